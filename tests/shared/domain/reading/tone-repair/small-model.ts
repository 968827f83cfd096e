import { makeToneModel } from '../../../../../build/tone-model/make-tone-model.ts';
import type { PrintedWord } from '../../../../../src/shared/domain/reading/printed-word.ts';
import { createToneRepair } from '../../../../../src/shared/domain/reading/tone-repair/repair-tones.ts';

const TEXT = `Cơ quan có thẩm quyền tổ chức thực hiện theo quy định của pháp luật.
Bộ trưởng Bộ Công an tổ chức thực hiện Thông tư này.
Cơ quan đăng ký cư trú thẩm định hồ sơ và cập nhật thông tin về nơi thường trú.
Luật này sửa đổi, bổ sung một số điều của Luật Cư trú.
Chủ hộ và thành viên hộ gia đình nộp hồ sơ tại cơ quan đăng ký.
Cộng hòa xã hội chủ nghĩa Việt Nam độc lập tự do hạnh phúc.
Người có thẩm quyền tổ chức kiểm tra việc thực hiện quy định.`;

/** A model of a few sentences, each met often enough. */
export const smallModel = makeToneModel([{ name: 'small', text: TEXT }], 1);
export const smallRepair = createToneRepair(smallModel);

/** Words of one printed line or more (`\n`), all read with one confidence. */
export const printed = (text: string, confidence = 0.7): PrintedWord[] =>
  text.split('\n').flatMap((line, number) =>
    line.split(' ').map((word, at) => ({
      text: word,
      confidence,
      line: number,
      box: { x: at / 50, y: number / 50, width: 0.015, height: 0.01 },
    })),
  );

export const textOf = (words: readonly PrintedWord[]): string => words.map(({ text }) => text).join(' ');
