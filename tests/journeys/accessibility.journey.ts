import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose, receive, signIn, signOut } from '../support/counter.ts';
import type { OpenDesk } from '../support/open-desk.ts';
import { openDossier } from '../support/sign-off-inbox.ts';
import {
  nextDossier,
  officer,
  openPracticeBranch,
  type PracticeBranch,
  residenceIntake,
  supervisor,
} from './practice-branch.ts';

let branch: PracticeBranch;
let desk: OpenDesk;
beforeAll(async () => {
  branch = await openPracticeBranch();
  desk = await branch.open();
});
afterAll(() => branch?.close());

/** Serious and critical findings, each with the first place it was found at. */
async function findBarriers(): Promise<readonly string[]> {
  // Legacy mode looks at the page itself: the stand-in opens no second page for axe.
  const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

let code: string;

const screens: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['sign-in', () => desk.page.getByText('Ai đang ngồi ở quầy?').waitFor()],
  [
    'home',
    async () => {
      await signIn(desk.page, ...officer);
      await desk.page.locator('.shell-main h1').first().waitFor();
    },
  ],
  ['intake, filled', () => compose(desk.page, residenceIntake)],
  [
    'received',
    async () => {
      code = await receive(desk.page);
      await desk.page.getByText('Đang lập…').first().waitFor({ state: 'detached' });
    },
  ],
  [
    'dossiers',
    async () => {
      await nextDossier(desk.page);
      await desk.page.keyboard.press('F3');
      await desk.page.locator('tr.list-row').first().waitFor();
    },
  ],
  ['dossier', () => openDossier(desk.page, code)],
  [
    'line',
    async () => {
      await desk.page.keyboard.press('F8');
      await desk.page.locator('tr.list-row').first().waitFor();
    },
  ],
  [
    'sign-off',
    async () => {
      await signOut(desk.page);
      await signIn(desk.page, ...supervisor);
      await desk.page.keyboard.press('F4');
      await desk.page.locator('.sign-buttons').waitFor();
    },
  ],
];

it.each(screens)('%s: nothing that keeps someone out (axe: serious, critical)', async (_name, reach) => {
  await reach();
  expect(await findBarriers()).toEqual([]);
});
