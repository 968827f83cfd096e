import type { Page } from 'playwright-core';
import { readJournal } from '../../demo/count-truth.ts';
import type { Citizen } from '../citizens.ts';
import { codesOnLineScreen, findLostPages } from '../desk-truth.ts';
import { checkJournal } from '../invariants.ts';
import type { ScreenOracle } from '../screen-oracle.ts';
import type { Violation } from '../violation.ts';
import { checkPrinted, type Printer } from './printed-papers.ts';

type Known = {
  readonly oracle: ScreenOracle;
  readonly printer: Printer;
  readonly citizens: ReadonlyMap<string, Citizen>;
};

/** What the journal must hold whenever the desk is open, whether or not it lets somebody sign in. */
export async function checkFacts(page: Page, known: Known): Promise<readonly Violation[]> {
  const events = await readJournal(page);
  return [
    ...checkJournal(events, known.oracle.all(), known.citizens),
    ...checkPrinted(events, known.printer.all()),
  ];
}

/** What must hold whenever the desk is open and somebody is signed in. */
export async function checkDesk(page: Page, known: Known): Promise<readonly Violation[]> {
  const promised = known.oracle.all();
  const events = await readJournal(page);
  const found = [...(await checkFacts(page, known))];
  const onScreen = await codesOnLineScreen(page);
  const held = events.flatMap(({ fact }) => (fact.type === 'dossier-received' ? [fact] : []));
  for (const { code } of held)
    if (!onScreen.has(code)) found.push({ rule: 'I6', what: `${code} is on no row of the line screen` });
  const acknowledged = new Set(promised.map(({ code }) => code));
  const pages = held
    .filter(({ code }) => acknowledged.has(code))
    .flatMap(({ content }) => content.papers.flatMap((paper) => paper.pages.map(({ sha256 }) => sha256)));
  for (const sha256 of await findLostPages(page, [...new Set(pages)]))
    found.push({ rule: 'I1', what: `page ${sha256.slice(0, 8)} is not in the page store as it came` });
  return found;
}
