import type { Page } from 'playwright-core';
import type { DeskBridge } from '../../src/shared/contracts/bridge/desk-bridge.ts';
import { compose, receive, signIn, signOut } from '../support/counter.ts';
import type { Random } from '../support/seeded-random.ts';
import { approve, giveBack, openDossier } from '../support/sign-off-inbox.ts';
import { type Citizen, nextCitizen } from './citizens.ts';

const OFFICER = ['Nguyễn Thu Hà', '135790'] as const;
export const SUPERVISOR = ['Lê Quang Dũng', '246810'] as const;
const SIGN_OFF_SHARE = 0.5;
const RETURN_SHARE = 0.3;

/** All that was begun, across kills: what each citizen handed in, by name. */
export type Day = { readonly folder: string; readonly citizens: Map<string, Citizen>; n: number };

export const beginShift = (page: Page): Promise<void> => signIn(page, ...OFFICER);

/** The supervisor has everything copied to a second disk from now on. */
export async function keepACopy(page: Page, folder: string): Promise<void> {
  await signIn(page, ...SUPERVISOR);
  const chosen = await page.evaluate(async (where) => {
    const { desk } = window as unknown as { readonly desk: DeskBridge };
    const done = await desk.call('backup:choose', { folder: where });
    return done.ok ? 'chosen' : done.failure.code;
  }, folder);
  if (chosen !== 'chosen') throw new Error(`no copy is kept: ${chosen}`);
  await signOut(page);
}

async function signOffOne(page: Page, who: string, code: string, random: Random): Promise<void> {
  await signOut(page);
  await signIn(page, ...SUPERVISOR);
  const returned = random.chance(RETURN_SHARE);
  if (returned) await giveBack(page, who, 'Ảnh giấy tờ mờ, đề nghị xem lại.');
  else await approve(page, who);
  await signOut(page);
  await beginShift(page);
  if (!returned) return;
  await openDossier(page, code);
  await page.getByRole('button', { name: /^Sửa/ }).click();
  await page.locator('.procedure-chosen').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog', { name: /^Đã nộp lại/ }).waitFor();
  await page.keyboard.press('Escape');
}

/** Receives the next citizen, looks at the receipt, has some signed off or returned. */
async function receiveNext(page: Page, day: Day, random: Random): Promise<void> {
  day.n += 1;
  const citizen = await nextCitizen(day.folder, day.n, random);
  day.citizens.set(citizen.who, citizen);
  await compose(page, citizen.intake);
  const code = await receive(page);
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
  await page.locator('.paper-out-again').last().waitFor();
  if (random.chance(SIGN_OFF_SHARE)) await signOffOne(page, citizen.who, code, random);
  await page.keyboard.press('F8');
  await page.locator('tr.list-row').first().waitFor();
}

/** Receives one citizen after the other until the power goes. */
export async function workOn(page: Page, day: Day, random: Random): Promise<never> {
  for (;;) await receiveNext(page, day, random);
}

/** @returns milliseconds that one citizen takes here and now: what a random moment of the work is a share of */
export async function timeOneCitizen(page: Page, day: Day, random: Random): Promise<number> {
  const startedMs = performance.now();
  await receiveNext(page, day, random);
  return performance.now() - startedMs;
}
