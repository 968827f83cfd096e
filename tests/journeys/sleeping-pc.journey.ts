import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compose, receive, signIn } from '../support/counter.ts';
import { continueProcesses, stopProcesses } from '../support/process-tree.ts';
import {
  askDesk,
  officer,
  openPracticeBranch,
  type PracticeBranch,
  residenceIntake,
} from './practice-branch.ts';

let branch: PracticeBranch;
beforeAll(async () => {
  branch = await openPracticeBranch();
});
afterAll(() => branch?.close());

/** Less than the heartbeat of an idle line, which would find out by itself. */
const SOON_MS = 20_000;

it('[LC-66] a PC that slept, whose connections were forgotten meanwhile, has its line again at once and goes on', async () => {
  const { city, plug, root } = branch;
  const { page, close } = await branch.open();
  await signIn(page, ...officer);
  await page.getByText('Thành phố đã nhận đủ').first().waitFor();

  stopProcesses(root);
  plug.forget();
  await pause(2000);
  const wokeAt = new Date().toISOString();
  continueProcesses(root);
  const heardAt = async (): Promise<string> => {
    const line = await askDesk(page, 'line:status', {});
    return (line.ok && line.value.lastHeardAt) || '';
  };
  await expect.poll(async () => (await heardAt()) > wokeAt, { timeout: SOON_MS }).toBe(true);

  await compose(page, residenceIntake);
  const code = await receive(page);
  const complete = () =>
    city.query('SELECT 1 FROM dossiers WHERE code = $1 AND complete_seq = content_seq', [code]);
  await expect.poll(complete).toHaveLength(1);
  await close();
});
