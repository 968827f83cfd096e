import { beforeAll, describe, expect, it } from 'vitest';
import { startTexts } from '../../../../src/renderer/text/i18n.ts';
import type { Text } from '../../../../src/renderer/text/use-text.ts';
import { lineWords } from '../../../../src/renderer/ui/shell/line-words.ts';
import type { LineStatus } from '../../../../src/shared/contracts/bridge/line-status.ts';
import { lineDown, sampleRefusedActs } from '../../harness/sample-desk.ts';

const NOW = new Date('2026-11-20T03:42:00.000Z');
const upWith = (acts: number, change: Partial<LineStatus> = {}): LineStatus => ({
  ...lineDown(),
  ...{ state: 'up', unsentEvents: 0, unsentDossiers: 0, unsentPages: 0, unsentBytes: 0 },
  refusedActs: sampleRefusedActs(NOW, acts),
  ...change,
});

describe('the line in one sentence', () => {
  let t: Text;
  beforeAll(() => {
    t = startTexts('vi').t;
  });

  it('says that the city has everything only where it refused nothing', () => {
    expect(lineWords(t, upWith(0), NOW, 0)).toEqual({ meaning: 'done', words: 'Thành phố đã nhận đủ' });
  });

  it('[LC-65] says that something of no dossier was refused', () => {
    expect(lineWords(t, upWith(3), NOW, 0)).toEqual({
      meaning: 'look',
      words: 'Có đường truyền · 3 việc không được ghi nhận',
    });
  });

  it('[LC-65] says refused dossiers first: those the officer can put right', () => {
    expect(lineWords(t, upWith(3), NOW, 2)).toEqual({
      meaning: 'look',
      words: 'Có đường truyền · 2 hồ sơ bị từ chối',
    });
  });

  it('[LC-65] says what is on its way while something is', () => {
    expect(lineWords(t, upWith(3, { unsentEvents: 1 }), NOW, 0).meaning).toBe('moving');
  });

  it('[LC-65] counts in English', () => {
    const english = startTexts('en').t;
    expect(lineWords(english, upWith(1), NOW, 0).words).toBe('Line is up · 1 desk entry refused');
    expect(lineWords(english, upWith(2), NOW, 0).words).toBe('Line is up · 2 desk entries refused');
  });
});
