import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Failure, Result } from '../../../src/shared/base/result.ts';
import type { LineStatus } from '../../../src/shared/contracts/bridge/line-status.ts';
import { type LinePlug, startLinePlug } from '../../support/line-plug.ts';
import type { Random } from '../../support/seeded-random.ts';
import { PROCEDURES } from '../headless-desk/citizen-content.ts';
import type { Answers, Intake, MadePage, Order, Who } from '../headless-desk/orders.ts';
import { type HeadlessDesk, startHeadlessDesk } from '../headless-desk/start-headless-desk.ts';
import type { ProtectionName } from '../headless-desk/turned-off.ts';
import type { ToldCity } from '../told-city/start-told-city.ts';
import type { Violation } from '../violation.ts';
import { type Ledger, openLedger } from './ledger.ts';

export const pause = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms));

const POLL_MS = 15;
const SIGN_IN_AGAIN_MS = 50;
/** A desk that is idle looks at its line every 30 s and only then sees that its clock has jumped. */
const SIGN_IN_LIMIT_MS = 120_000;
const NUDGE_EVERY = 6;
const LARGE_SHARE = 0.15;

/** Citizens are never the same across desks. */
const CITIZENS_A_DESK = 100_000;

/** One to three pages that nobody else hands in; some longer than a chunk of the line. */
export function madeIntake(
  citizen: number,
  version: number,
  random: Random,
  largeShare = LARGE_SHARE,
): Intake {
  const count = 1 + Math.floor(random.next() * 3);
  const pages: MadePage[] = Array.from({ length: count }, (_, k) => ({
    name: `citizen ${citizen}, version ${version}, page ${k}`,
    byteLength: Math.floor(
      random.chance(largeShare) ? random.between(130_000, 300_000) : random.between(300, 20_000),
    ),
  }));
  const procedure = PROCEDURES[Math.floor(random.next() * PROCEDURES.length)] ?? PROCEDURES[0];
  return { citizen, version, procedure, pages };
}

/** True when there is nothing that the city has not, and the line is up. */
export const isSettled = (line: LineStatus | null): boolean =>
  line !== null &&
  (line.state === 'up' || line.state === 'clock-differs') &&
  line.unsentEvents === 0 &&
  line.unsentDossiers === 0 &&
  line.unsentPages === 0;

/**
 * Desk number `n` of the branch at its own plug, with the driver's ledger of it. Killed, it is opened again by the next
 * order, and the order that was cut short is given again with the same ids, as an officer presses again.
 */
export async function openDeskAtLine(options: {
  readonly city: ToldCity;
  readonly n: number;
  readonly root: string;
  readonly without?: ProtectionName | undefined;
  readonly clockOffsetMs?: number;
  /** Past the plug: a line of the driver's own between desk and city, e.g. a strange proxy. */
  readonly directUrl?: string;
  readonly env?: Readonly<Record<string, string>>;
}) {
  const { city, n, root, without, env } = options;
  const profile = join(root, `desk-${n}`);
  mkdirSync(profile, { recursive: true });
  const [deskId, enrolCode] = Object.entries(city.address().codes)[n - 1] ?? [];
  if (deskId === undefined || enrolCode === undefined) throw new Error(`the city has no desk ${n}`);
  const plug: LinePlug = await startLinePlug(city.address().url);
  const ledger: Ledger = openLedger(join(root, `desk-${n}.jsonl`));
  const found: Violation[] = [];
  let clockOffsetMs = options.clockOffsetMs ?? 0;
  let desk: HeadlessDesk | null = null;
  let opening: Promise<HeadlessDesk> | null = null;
  /** One life at a time: the next one begins when the last is gone. */
  let gone: Promise<void> = Promise.resolve();
  let signedIn: Who | null = null;
  let kills = 0;
  let citizens = 0;

  /** What was said before the end is said again, or it was not true. */
  async function checkPromises(open: HeadlessDesk): Promise<void> {
    const seen = await open.ask({ do: 'truth', afterSeq: Number.MAX_SAFE_INTEGER });
    if (!seen.ok) {
      found.push({ rule: 'I6', what: `${deskId}: the list of dossiers does not open: ${seen.failure.code}` });
      return;
    }
    const shown = new Map(seen.value.dossiers.map((dossier) => [dossier.dossierId, dossier]));
    for (const { dossierId, printed } of ledger.given()) {
      const code = shown.get(dossierId)?.code;
      if (code === undefined)
        found.push({ rule: 'I6', what: `${printed.code} is not on the screen any more` });
    }
  }

  function open(): Promise<HeadlessDesk> {
    opening ??= openAnew();
    return opening;
  }

  async function openAnew(): Promise<HeadlessDesk> {
    await gone;
    desk = await startHeadlessDesk({
      profile,
      cityUrl: options.directUrl ?? plug.url,
      enrolCode: String(enrolCode),
      clockOffsetMs,
      without,
      ...(env === undefined ? {} : { env }),
      onCityHas: ledger.saidCityHas,
    });
    signedIn = null;
    await checkPromises(desk);
    return desk;
  }

  /** One order; `killed` when the power went meanwhile. */
  async function ask<D extends Order['do']>(
    order: Extract<Order, { do: D }>,
  ): Promise<Result<Answers[D], Failure>> {
    return (await open()).ask<D>(order);
  }

  async function signIn(who: Who): Promise<boolean> {
    if (signedIn === who) return true;
    const done = await ask<'sign-in'>({ do: 'sign-in', who });
    if (done.ok) signedIn = who;
    return done.ok;
  }

  /** Given again, by the same officer, until it is answered. */
  async function insist<D extends Order['do']>(
    who: Who,
    order: Extract<Order, { do: D }>,
  ): Promise<Result<Answers[D], Failure>> {
    ledger.asked(order);
    const untilMs = performance.now() + SIGN_IN_LIMIT_MS;
    for (;;) {
      if (!(await signIn(who))) {
        // After a jump of the clock the credentials have to come from the city first.
        if (performance.now() > untilMs) throw new Error(`${who} cannot sign in at ${deskId}`);
        await pause(SIGN_IN_AGAIN_MS);
        continue;
      }
      const answer = await ask<D>(order);
      if (answer.ok || answer.failure.code !== 'killed') return answer;
    }
  }

  /** Ends this life in one way or another; the next order begins a new one. */
  async function end(how: (dying: HeadlessDesk) => Promise<void>): Promise<boolean> {
    const dying = await opening?.catch(() => null);
    if (dying === null || dying === undefined || desk !== dying) return false;
    desk = null;
    opening = null;
    signedIn = null;
    gone = how(dying);
    await gone;
    return true;
  }

  async function kill(): Promise<void> {
    if (await end((dying) => dying.kill())) kills += 1;
  }

  return {
    deskId,
    plug,
    ledger,
    profile,
    found: (): readonly Violation[] => found,
    kills: (): number => kills,
    open,
    ask,
    insist,
    signIn,
    kill,
    close: async (): Promise<void> => void (await end((dying) => dying.close())),
    setClock: async (offsetMs: number): Promise<void> => {
      clockOffsetMs = offsetMs;
      if (desk !== null) await desk.ask({ do: 'set-clock', offsetMs });
    },
    clockOffsetMs: (): number => clockOffsetMs,

    /** What the next citizen brings. */
    nextIntake: (random: Random): Intake => {
      citizens += 1;
      return madeIntake(n * CITIZENS_A_DESK + citizens, 1, random);
    },

    /** The next citizen, taken in; null when the desk refuses, with its reason noted as a violation of the script. */
    receive: async (random: Random, largeShare?: number): Promise<string | null> => {
      citizens += 1;
      const intake = madeIntake(n * CITIZENS_A_DESK + citizens, 1, random, largeShare);
      const dossierId = v7();
      const answer = await insist<'receive'>('ha', { do: 'receive', commandId: v7(), dossierId, intake });
      if (!answer.ok) {
        found.push({ rule: 'script', what: `${deskId} refuses a citizen: ${answer.failure.code}` });
        return null;
      }
      ledger.gave(dossierId, intake, answer.value);
      return dossierId;
    },

    line: async (): Promise<LineStatus | null> => {
      const answer = await ask<'line'>({ do: 'line' });
      return answer.ok ? answer.value : null;
    },

    /** Waits until the city has everything, as the desk itself says, pressing "Thử ngay" now and then. */
    settle: async (limitMs: number): Promise<boolean> => {
      const untilMs = performance.now() + limitMs;
      for (let n = 1; performance.now() < untilMs; n += 1) {
        const line = await ask<'line'>({ do: 'line' });
        if (line.ok && isSettled(line.value)) return true;
        // Not waited for: a try may hang on a dead line, and the loop must see its end.
        if (n % NUDGE_EVERY === 0) void ask<'try-line'>({ do: 'try-line' });
        await pause(POLL_MS);
      }
      return false;
    },
  };
}
export type DeskAtLine = Awaited<ReturnType<typeof openDeskAtLine>>;
