import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { IntakeDraft } from '../../../../src/shared/domain/dossier/intake-draft.ts';
import { called, useKept } from '../../harness/fake-desk.tsx';
import { openCounter } from '../../harness/open-counter.tsx';

const CARD = '001190000017||Nguyễn Thị An|15011990|Nữ|Số 8 ngõ 12, phường Nghĩa Đô, Hà Nội|01082024';
const FORM = 'Tờ khai đăng ký khai sinh (theo mẫu)';

/** As a keyboard-type scanner sends it: real key events within milliseconds, wherever the focus is. */
function scanCard(text: string): void {
  const startedMs = performance.now();
  for (const [index, key] of [...text, 'Enter'].entries()) {
    const target = document.activeElement ?? document.body;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    // The system stamps keys when they are pressed, however long drawing takes in between.
    Object.defineProperty(event, 'timeStamp', { value: startedMs + index * 2 });
    const goesIn = target.dispatchEvent(event) && key.length === 1;
    if (goesIn && target instanceof HTMLInputElement) {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      set?.call(target, target.value + key);
      target.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

const keptDraft = (): IntakeDraft | undefined => [...useKept.getState().drafts.values()][0];
const lastOf = (verb: string) => called.filter((call) => call.verb === verb).at(-1)?.with[0];

async function chooseBirthRegistration(): Promise<void> {
  await userEvent.keyboard('{F2}');
  await page.getByLabelText('Tìm thủ tục').fill('khai sinh');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: FORM, exact: true })).toBeVisible();
}

describe('intake', () => {
  beforeEach(async () => {
    await openCounter();
  });

  it('receives a dossier by keyboard alone, from the card to the printed slip', async () => {
    await chooseBirthRegistration();
    scanCard(CARD);
    await expect.element(page.getByLabelText('Họ và tên')).toHaveValue('Nguyễn Thị An');
    await expect.element(page.getByLabelText('Ngày sinh', { exact: true })).toHaveValue('15/01/1990');

    await userEvent.keyboard('{Alt>}3{/Alt}{F7}');
    await expect.element(page.getByRole('button', { name: /^Trang 1 của Tờ khai/ })).toBeVisible();
    page.getByRole('button', { name: 'Giấy chứng sinh', exact: true }).element().focus();
    await userEvent.keyboard('4');
    await page.getByLabelText('Vì sao còn thiếu, bao giờ nộp').fill('Mẹ hẹn nộp sáng mai');
    await expect.element(page.getByText('Đủ, có thể tiếp nhận')).toBeVisible();

    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    const dialog = page.getByRole('dialog', { name: 'Đã tiếp nhận' });
    await expect.element(dialog).toMatchTextContent(/H26\.40\.02-\d{6}-3001/);
    const print = page.getByRole('button', { name: 'In tất cả' });
    await expect.element(print).toBeEnabled();
    await expect.element(print).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog).toMatchTextContent('Đã gửi ra máy in');
    expect(lastOf('receiveDossier')).toMatchObject({ applicant: { personalId: '001190000017' } });

    await userEvent.keyboard('{F2}');
    await expect.element(page.getByLabelText('Tìm thủ tục')).toBeVisible();
    expect([...useKept.getState().drafts.keys()]).toHaveLength(1);
  });

  it('takes a card scanned into any field without leaving its text there', async () => {
    await chooseBirthRegistration();
    await page.getByLabelText('Điện thoại').fill('0912');
    scanCard(CARD);
    await expect.element(page.getByLabelText('Điện thoại')).toHaveValue('0912');
    await expect.element(page.getByLabelText('Số định danh', { exact: true })).toHaveValue('001190000017');
  });

  it('warns when the card contradicts itself, and says what is wrong with a strange code', async () => {
    await chooseBirthRegistration();
    scanCard(CARD.replace('|Nữ|', '|Nam|'));
    await expect.element(page.getByText('Số thứ 4 không khớp giới tính')).toBeVisible();
    scanCard(CARD.replace('|15011990|', '|99991990|'));
    await expect.element(page.getByRole('alert')).toMatchTextContent('Ngày sinh trên mã QR không đúng');
  });

  it('tells of each file that fails, and loses nothing else', async () => {
    await chooseBirthRegistration();
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    await userEvent.upload(input as HTMLElement, [
      new File(['x'], 'don-1.jpg', { type: 'image/jpeg' }),
      new File([], 'rong.jpg', { type: 'image/jpeg' }),
      new File(['y'], 'don-2.jpg', { type: 'image/jpeg' }),
    ]);
    const faults = page.getByRole('region', { name: 'Tệp chưa nhận được' });
    await expect.element(faults).toMatchTextContent('rong.jpg');
    await expect.element(faults).toMatchTextContent('Tệp này rỗng');
    await expect.element(page.getByRole('button', { name: /^Trang 2 của Tờ khai/ })).toBeVisible();
    await faults.getByRole('button', { name: 'Đã rõ' }).click();
    await expect.element(faults).not.toBeInTheDocument();
  });

  it('turns, reorders, moves and removes pages by keyboard, with undo', async () => {
    await chooseBirthRegistration();
    await userEvent.keyboard('{F7}');
    const first = page.getByRole('button', { name: /^Trang 1 của Tờ khai/ });
    await expect.element(first).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Quét' })).toBeEnabled();
    await userEvent.keyboard('{F7}');
    await expect.element(page.getByRole('button', { name: /^Trang 2 của Tờ khai/ })).toBeVisible();
    const ids = () => keptDraft()?.papers[0]?.pages.map((each) => each.pageId);
    await expect.poll(() => ids()?.length).toBe(2);
    const [one, two] = ids() ?? [];

    first.element().focus();
    await userEvent.keyboard('r');
    await expect.poll(() => keptDraft()?.papers[0]?.pages[0]?.rotation).toBe(90);
    first.element().focus();
    await userEvent.keyboard('{Control>}{ArrowRight}{/Control}');
    await expect.poll(ids).toEqual([two, one]);
    await userEvent.keyboard('{Delete}');
    await expect.poll(() => ids()?.length).toBe(1);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(ids).toEqual([two, one]);

    first.element().focus();
    await userEvent.keyboard('m');
    await page.getByRole('menuitem', { name: 'Giấy chứng sinh' }).click();
    await expect.poll(() => keptDraft()?.papers[1]?.pages.map((each) => each.pageId)).toEqual([two]);
  });

  it('accepts what was read with Enter, the doubtful one first', async () => {
    await chooseBirthRegistration();
    await userEvent.keyboard('{F7}');
    await expect.element(page.getByLabelText('Họ tên', { exact: true })).toHaveValue('Vương Thị Mẫu');
    await userEvent.keyboard('{Alt>}4{/Alt}');
    await expect.element(page.getByLabelText('Họ tên', { exact: true })).toHaveFocus();
    await userEvent.keyboard('{Enter}{Enter}');
    await expect
      .poll(() => keptDraft()?.papers[0]?.fields.map((field) => field.name))
      .toEqual(['person-name', 'document-title']);
  });

  it('goes to what is missing when the main action is pressed too early', async () => {
    await chooseBirthRegistration();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByLabelText('Họ và tên')).toHaveFocus();
    expect(lastOf('receiveDossier')).toBeUndefined();
  });

  it('speaks English at once when asked, and keeps what was typed', async () => {
    await chooseBirthRegistration();
    await page.getByLabelText('Họ và tên').fill('Nguyễn Thị An');
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await expect.element(page.getByLabelText('Full name')).toHaveValue('Nguyễn Thị An');
    await expect.element(page.getByRole('button', { name: 'Receive and print' })).toBeVisible();
    await page.getByRole('button', { name: 'VI', exact: true }).click();
  });
});
