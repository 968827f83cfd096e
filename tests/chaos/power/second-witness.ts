import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Violation } from '../violation.ts';
import type { ChaosBranch } from '../whole-desk/chaos-branch.ts';
import { waitUntil } from '../whole-desk/wait-until.ts';

const ALARM_MS = 90_000;

/** Codes of received dossiers in the window's working copy, past every screen. */
const codesInCopy = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((settle, refuse) => {
        const opening = indexedDB.open('desk');
        opening.onerror = () => refuse(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('events').objectStore('events').getAll();
          all.onerror = () => refuse(all.error);
          all.onsuccess = () => {
            opening.result.close();
            const events = all.result as { fact: { type: string; code?: string } }[];
            settle(events.flatMap(({ fact }) => (fact.type === 'dossier-received' ? [fact.code ?? ''] : [])));
          };
        };
      }),
  );

/**
 * After a power cut also the journal's end is taken away, as by a disk that lied: then the window's copy is the only one
 * that still has what was acknowledged, and must have it, with an alarm. Puts the journal back afterwards.
 */
export async function askSecondWitness(
  branch: ChaosBranch,
  oldJournal: string,
  promised: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<readonly Violation[]> {
  const journal = join(branch.profile, 'desk/journal');
  const whole = join(branch.root, 'whole-journal');
  await cp(journal, whole, { recursive: true });
  await rm(journal, { recursive: true });
  await cp(oldJournal, journal, { recursive: true });
  // What an older journal would say to the city is another matter.
  await branch.plug.unplug();
  try {
    const { page, orGone } = await branch.open(env);
    await orGone(page.getByText('Ai đang ngồi ở quầy?').waitFor());
    const kept = await orGone(codesInCopy(page));
    const lost = promised.filter((code) => !kept.includes(code));
    const told = await waitUntil(
      'an alarm that the journal is behind',
      async () => (await page.getByText(/^Sổ của quầy thiếu/).count()) > 0,
      lost.length === 0 ? ALARM_MS : 0,
    );
    if (lost.length === 0 && !told)
      return [{ rule: 'I1', what: "the journal's end is lost and the screen raises no alarm" }];
    return lost.map((code) => ({
      rule: 'I1',
      what: `${code} was acknowledged, the journal's end is lost, and the window's copy has lost it too, unsaid`,
    }));
  } finally {
    await branch.cutPower();
    await rm(journal, { recursive: true });
    await cp(whole, journal, { recursive: true });
    await rm(whole, { recursive: true });
  }
}
