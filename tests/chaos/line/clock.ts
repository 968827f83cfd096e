import { v7 } from 'uuid';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import { atLeast, shown } from '../../bench/report.ts';
import { type Random, seededRandom } from '../../support/seeded-random.ts';
import type { ChaosOptions, ChaosOutcome } from '../chaos-run.ts';
import type { ProtectionName } from '../headless-desk/turned-off.ts';
import type { Violation } from '../violation.ts';
import { checkBranch } from './check-branch.ts';
import type { DeskAtLine } from './desk-at-line.ts';
import { openLineBranch } from './line-branch.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const HANOI_MS = 7 * 60 * MINUTE_MS;
/** Two minutes apart are told; near that nobody can say which side of it a slow reply falls on. */
const APART = { surelyMs: 150_000, surelyNotMs: 60_000 };
const OFFSETS_MS = [
  0,
  0,
  30_000,
  -30_000,
  3 * MINUTE_MS,
  -4 * MINUTE_MS,
  25 * MINUTE_MS,
  -70 * MINUTE_MS,
  DAY_MS,
  -DAY_MS,
  3 * DAY_MS,
];
const SETTLE_MS = 60_000;
const DURING_SHARE = 0.3;
const BACK_DATED_SHARE = 0.15;
const KILL_SHARE = 0.08;

/** Milliseconds from now to shortly after the next new year of Hà Nội, whatever the year. */
function toNewYearMs(): number {
  const hanoi = new Date(Date.now() + HANOI_MS);
  return Date.UTC(hanoi.getUTCFullYear() + 1, 0, 1, 2) - HANOI_MS - Date.now();
}

/** yyMMdd of Hà Nội, worked out without the desk's calendar. */
const hanoiDay = (instant: string): string =>
  new Date(Date.parse(instant) + HANOI_MS).toISOString().slice(2, 10).replaceAll('-', '');

/** Codes bear the day of their reception, due dates lie behind it, and the order is that of the acts, never of the clock. */
function checkPapers(desk: DeskAtLine, events: readonly DeskEvent[]): readonly Violation[] {
  const found: Violation[] = [];
  const say = (what: string) => found.push({ rule: 'truth', what: `${desk.deskId}: ${what}` });
  const order: string[] = [];
  for (const { fact } of events) {
    if (fact.type === 'dossier-code-assigned' && !fact.code.includes('-'))
      say(`${fact.code} is no code of the law's form`);
    if (fact.type !== 'dossier-received') continue;
    order.push(fact.dossierId);
    const day = hanoiDay(fact.receivedAt);
    if (!fact.code.includes(`-${day}-`)) say(`${fact.code} was received on ${day}`);
    if (fact.dueAt !== null && fact.dueAt < fact.receivedAt)
      say(`${fact.code} is due ${fact.dueAt}, received ${fact.receivedAt}`);
  }
  const acts = desk.ledger.given().map(({ dossierId }) => dossierId);
  if (acts.join() !== order.join()) say('the log has another order than the acts');
  return found;
}

/**
 * Moves the clocks of two desks and the city, each by itself or all over the new year, before and in the middle of
 * receptions. What is sent gets through, differing clocks are told, and no day or order is mixed up.
 */
export async function runClock({
  seed,
  runs,
  without,
  backDatedShare = BACK_DATED_SHARE,
}: ChaosOptions & {
  readonly without?: ProtectionName;
  /** How often a window tries a paper of yesterday. */
  readonly backDatedShare?: number;
}): Promise<ChaosOutcome> {
  const random = seededRandom(seed);
  const branch = await openLineBranch('clock', 2);
  const { city, desks, violations, say } = branch;
  let cityOffsetMs = 0;
  let jumps = 0;
  let told = 0;
  let backDated = 0;
  let provisional = 0;

  /** A reception on a clock that may jump meanwhile; asked again where the desk says that the clocks do not agree. */
  async function receive(desk: DeskAtLine, meanwhile: () => Promise<void>): Promise<void> {
    const intake = desk.nextIntake(random);
    const dossierId = v7();
    const order = { do: 'receive', commandId: v7(), dossierId, intake } as const;
    const jumping = meanwhile();
    for (let tries = 1; ; tries += 1) {
      const answer = await desk.insist<'receive'>('ha', order);
      await jumping;
      if (answer.ok) {
        if (answer.value.code.startsWith('TAM-')) provisional += 1;
        return desk.ledger.gave(dossierId, intake, answer.value);
      }
      if (answer.failure.code !== 'clock-of-window-differs' || tries === 3)
        return say('script', `a citizen is refused: ${answer.failure.code}`);
    }
  }

  /** A window that says yesterday: nothing may be made of it. */
  async function tryBackDated(desk: DeskAtLine, by: Random): Promise<void> {
    backDated += 1;
    const intake = desk.nextIntake(by);
    const windowClock = new Date(Date.now() + desk.clockOffsetMs() - DAY_MS).toISOString();
    const ids = { commandId: v7(), dossierId: v7() };
    const answer = await desk.insist<'receive'>('ha', { do: 'receive', ...ids, intake, windowClock });
    if (answer.ok || answer.failure.code !== 'clock-of-window-differs')
      say('truth', `a paper of yesterday: ${answer.ok ? answer.value.code : answer.failure.code}`);
  }

  async function lookAtLine(desk: DeskAtLine, run: number): Promise<void> {
    const apartMs = Math.abs(desk.clockOffsetMs() - cityOffsetMs);
    const tried = await desk.ask<'try-line'>({ do: 'try-line' });
    if (!tried.ok) return;
    const { state } = tried.value;
    if (state === 'clock-differs') told += 1;
    // While something is on its way, that is said instead.
    if (apartMs > APART.surelyMs && state === 'up')
      say('truth', `run ${run}: ${apartMs / 60_000} minutes apart and not told`);
    if (apartMs < APART.surelyNotMs && state === 'clock-differs')
      say('truth', `run ${run}: clocks that agree are called different`);
  }

  try {
    for (const _ of [1, 2]) await branch.addDesk({ without });
    for (const desk of desks) if (!(await desk.settle(SETTLE_MS))) say('I7', 'no first settling');
    const newYearAt = Math.ceil(runs / 2);
    for (let run = 1; run <= runs; run += 1) {
      const desk = desks[random.chance(0.5) ? 1 : 0] as DeskAtLine; // both are there
      const offsetMs = OFFSETS_MS[Math.floor(random.next() * OFFSETS_MS.length)] ?? 0;
      jumps += 1;
      if (run === newYearAt) {
        // The year turns for all of them, and the desks have to fetch officers and numbers of the new one.
        cityOffsetMs = toNewYearMs();
        await city.setClock(cityOffsetMs);
        for (const each of desks) await each.setClock(cityOffsetMs);
      } else if (run === newYearAt + 2) {
        cityOffsetMs = 0;
        await city.setClock(0);
        for (const each of desks) await each.setClock(0);
      } else if (run < newYearAt || run > newYearAt + 2) {
        if (random.chance(0.25)) {
          cityOffsetMs = offsetMs;
          await city.setClock(offsetMs);
        } else if (random.chance(DURING_SHARE)) await receive(desk, () => desk.setClock(offsetMs));
        else await desk.setClock(offsetMs);
      }
      await receive(desk, async () => undefined);
      if (random.chance(backDatedShare)) await tryBackDated(desk, random);
      if (random.chance(KILL_SHARE)) await desk.kill();
      if (!(await desk.settle(SETTLE_MS))) say('I7', `run ${run}: ${JSON.stringify(await desk.line())}`);
      await lookAtLine(desk, run);
    }
    cityOffsetMs = 0;
    await city.setClock(0);
    for (const desk of desks) await desk.setClock(0);
    const last = await checkBranch(city, desks);
    violations.push(...last.violations);
    for (const desk of desks) violations.push(...checkPapers(desk, last.eventsOf.get(desk.deskId) ?? []));
    return branch.outcome([
      shown('seed', seed, ''),
      atLeast('jumps of a clock', jumps, '', runs),
      atLeast('times that differing clocks were told', told, '', 1),
      shown('papers of yesterday tried', backDated, ''),
      shown('provisional codes', provisional, ''),
      atLeast('dossiers given to citizens', branch.given(), '', runs),
    ]);
  } finally {
    await branch.close();
  }
}
