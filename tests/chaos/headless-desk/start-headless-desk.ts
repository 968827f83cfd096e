import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Failure, fail, type Result } from '../../../src/shared/base/result.ts';
import { COMPILED } from './compiled.ts';
import type { AnswerLine, Answers, Order, SaidLine } from './orders.ts';
import type { ProtectionName } from './turned-off.ts';

export type HeadlessDeskOptions = {
  readonly profile: string;
  readonly cityUrl: string;
  readonly enrolCode: string;
  readonly clockOffsetMs?: number;
  /** To show that a run bites. */
  readonly without?: ProtectionName | undefined;
  /** Called with every dossier that the screen begins to show as "Thành phố đã nhận". */
  readonly onCityHas?: (dossierId: string) => void;
  /** More of the environment, e.g. a root certificate. */
  readonly env?: Readonly<Record<string, string>>;
  /** Until it says that it is open, or that it does not open. */
  readonly openWithinMs?: number;
};

export type HeadlessDesk = {
  /** Its answer, or `killed` when the process ended before it came: then nobody knows what became of the order. */
  readonly ask: <D extends Order['do']>(
    order: Extract<Order, { do: D }>,
  ) => Promise<Result<Answers[D], Failure>>;
  readonly deskId: string | null;
  readonly findings: readonly string[];
  readonly pid: number;
  /** SIGKILL; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const MAIN = join(import.meta.dirname, 'desk-process.ts');
/** Far more than any order needs on a loaded machine; an order without an end is a defect of the desk. */
const ANSWER_WITHIN_MS = 90_000;
/** A profile with weeks of work on a loaded machine opens in a tenth of this. */
const OPEN_WITHIN_MS = 180_000;

/**
 * Starts a desk without a window on `profile` and answers when it is open. Throws when it does not open, or says nothing
 * of it for `openWithinMs`; then no process is left.
 */
export async function startHeadlessDesk(options: HeadlessDeskOptions): Promise<HeadlessDesk> {
  const { profile, cityUrl, enrolCode, clockOffsetMs = 0, without, openWithinMs = OPEN_WITHIN_MS } = options;
  const child = spawn(
    process.execPath,
    [
      MAIN,
      ...['--profile', profile, '--city', cityUrl, '--code', enrolCode, `--clock=${clockOffsetMs}`],
      ...(without === undefined ? [] : ['--without', without]),
    ],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, ...options.env },
    },
  );
  const gone = once(child, 'exit');
  // Orders written into a pipe whose reader was killed.
  child.stdin.on('error', () => undefined);
  const waiting = new Map<number, (answer: AnswerLine['answer']) => void>();
  let lastId = 0;
  let over = false;
  const opened = Promise.withResolvers<Extract<SaidLine, { say: 'open' | 'not-open' }>>();

  createInterface({ input: child.stdout }).on('line', (text) => {
    const line: AnswerLine | SaidLine = JSON.parse(text);
    if ('say' in line) {
      if (line.say === 'city-has') options.onCityHas?.(line.dossierId);
      else opened.resolve(line);
    } else {
      waiting.get(line.id)?.(line.answer);
      waiting.delete(line.id);
    }
  });
  // `close` and not `exit`: what it wrote before its end is read first.
  child.once('close', () => {
    over = true;
    opened.resolve({ say: 'not-open', code: 'killed' });
    for (const tell of waiting.values()) tell(fail('killed', 'retry-later'));
    waiting.clear();
  });

  const ask: HeadlessDesk['ask'] = async (order) => {
    if (over) return fail('killed', 'retry-later');
    lastId += 1;
    const id = lastId;
    const answered = Promise.withResolvers<AnswerLine['answer']>();
    waiting.set(id, answered.resolve);
    const limit = setTimeout(
      () => answered.reject(new Error(`no answer to ${order.do} within ${ANSWER_WITHIN_MS / 1000} s`)),
      ANSWER_WITHIN_MS,
    );
    child.stdin.write(`${JSON.stringify({ id, order })}\n`);
    try {
      // The desk answers an order with what that order gives.
      return (await answered.promise) as Result<never, Failure>;
    } finally {
      clearTimeout(limit);
    }
  };

  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  const limit = setTimeout(
    () => opened.resolve({ say: 'not-open', code: `silent for ${openWithinMs / 1000} s` }),
    openWithinMs,
  );
  const first = await opened.promise;
  clearTimeout(limit);
  if (first.say === 'not-open') {
    await kill();
    throw new Error(`the desk did not open: ${first.code}`);
  }
  return {
    ask,
    deskId: first.deskId,
    findings: first.findings,
    pid: child.pid ?? 0,
    kill,
    close: async () => {
      const closed = await ask({ do: 'close' });
      if (!closed.ok && closed.failure.code !== 'killed') throw new Error(closed.failure.code);
      await gone;
    },
  };
}
