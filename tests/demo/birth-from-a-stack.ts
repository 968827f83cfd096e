import type { Page } from 'playwright-core';
import { finishIntake, startIntake } from '../support/counter.ts';
import { type EsclServer, startEsclServer } from '../support/escl-server.ts';
import { drawPaperStack, type PaperStack } from '../support/paper-stack.ts';
import {
  acceptAllFields,
  addNetworkScanner,
  flawed,
  paperRow,
  scanAgain,
  scanStack,
  thumbs,
  tray,
} from '../support/stack-counter.ts';

/** A birth to register: three papers, a blank back and a separator sheet in the feeder of a network scanner. */
export type StackDossier = {
  readonly who: string;
  readonly scanner: EsclServer;
  readonly compose: (
    page: Page,
    tell: (line: string) => void,
    picture: (page: Page, name: string) => Promise<void>,
  ) => Promise<void>;
};

export async function prepareStack(): Promise<StackDossier> {
  const stack: PaperStack = await drawPaperStack({ wrongYear: true });
  const scanner = await startEsclServer({
    name: 'Máy quét tầng 1',
    stack: [
      stack.declaration.picture,
      stack.blank,
      stack.separator,
      stack.movedBirthNotice,
      stack.powerOfAttorney.picture,
    ],
  });
  const { fields } = stack.declaration;
  return {
    who: fields['person-name'] ?? '',
    scanner,
    compose: async (page, tell, picture) => {
      await startIntake(page, 'dang ky khai sinh');
      await addNetworkScanner(page, scanner);
      await picture(page, 'scan-settings');
      await page.keyboard.press('Escape');
      await scanStack(page, scanner, { seen: 3, hidden: 2 });
      tell('5 tờ từ máy quét mạng (eSCL): 1 tờ trắng, 1 tờ phân cách tự ẩn, 1 tờ mờ bị chỉ ra');
      await flawed(tray(page)).click();
      await page.locator('.viewer-sheet .viewer-box-look').first().waitFor();
      await picture(page, 'quality-flaw');
      await scanAgain(page, scanner, stack.birthNotice.picture);
      await page.locator('section.sorting li').nth(2).waitFor();
      await picture(page, 'sorting');
      await page.keyboard.press('Alt+s');
      for (const name of ['Tờ khai đăng ký khai sinh', 'Giấy chứng sinh', 'Văn bản ủy quyền']) {
        await thumbs(paperRow(page, name)).first().click();
        await page.locator('.read-field input').first().waitFor();
        if (name.startsWith('Tờ khai')) {
          await page.locator('.read-field[data-state="contradicted"] input').last().focus();
          await picture(page, 'field-check');
        }
        const states = await acceptAllFields(page);
        const against = states.filter((state) => state === 'contradicted').length;
        tell(
          `${name}: đã nhận ${states.length} mục đọc được${against > 0 ? `, ${against} mục trái nhau phải nhấn Alt Enter` : ''}`,
        );
      }
      await finishIntake(page, {
        cardQr: `${fields['personal-id']}||${fields['person-name']}|10071999|Nam|${fields.residence}|05052021`,
        phone: fields.phone ?? '',
      });
    },
  };
}
