import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { SignSeal } from '../../../src/main/carry/carried-writing.ts';
import { carryKeyFrom } from '../../../src/main/carry/carry-keys.ts';
import { type ReplyPorts, takeReplies } from '../../../src/main/carry/take-reply.ts';
import { type UnsentOrder, type UnsentPorts, writeUnsent } from '../../../src/main/carry/write-unsent.ts';
import type { CarriedSide } from '../../../src/main/city/carried-side.ts';
import { canonicalJson } from '../../../src/shared/base/canonical-json.ts';
import type { Instant } from '../../../src/shared/base/dates.ts';
import type { City } from '../../city/start-city.ts';
import { type LinePlug, startLinePlug } from '../../support/line-plug.ts';
import { startPracticeDesk, until, verifyWords } from '../city/practice-desk.ts';

export type CarryingDesk = Awaited<ReturnType<typeof startCarryingDesk>>;

/**
 * A practice desk on a line that can be unplugged, with a stick. It has been on the line once (reference data, numbers,
 * the city's key for carried files); then the line is pulled.
 */
export async function startCarryingDesk(city: City, code: string) {
  const plug: LinePlug = await startLinePlug(city.url);
  const desk = await startPracticeDesk(plug.url, code);
  const stick = mkdtempSync(join(tmpdir(), 'stick-'));
  const secret = randomBytes(32);
  const replyKey = carryKeyFrom(secret);
  desk.line().start();
  await until(() => desk.leases().size > 0 && desk.line().status().unsentEvents === 0, 'first talk', 90_000);
  plug.unplug();

  const side = (): CarriedSide => {
    const carried = desk.line().carried();
    if (carried === null) throw new Error('the line has not read its logs');
    return carried;
  };
  const sign: SignSeal = (body) => ({
    body,
    keyId: '',
    signature: desk.key.sign(Buffer.from(canonicalJson(body))),
  });
  const unsentPorts = (): UnsentPorts => ({
    deskId: desk.enrolment.desk.deskId,
    sign,
    replyKey: replyKey.publicKey,
    unsent: side().unsent,
    events: side().events,
    readPage: async (sha256) => desk.pages.get(sha256) ?? null,
    now: () => new Date().toISOString() as Instant,
    newId: () => v7(),
  });
  const replyPorts = (): ReplyPorts => ({
    deskId: desk.enrolment.desk.deskId,
    replyKey,
    isSaidByCity: ({ body, signature }) =>
      verifyWords(city.publicKey, Buffer.from(canonicalJson(body)), signature),
    ...side(),
  });
  return {
    ...desk,
    plug,
    stick,
    secret,
    sign,
    unsentPorts,
    replyPorts,
    export: (order: Partial<UnsentOrder> = {}) =>
      writeUnsent(unsentPorts(), {
        folder: stick,
        signal: new AbortController().signal,
        onProgress: () => undefined,
        ...order,
      }),
    take: (folder = stick) => takeReplies(replyPorts(), { folder, signal: new AbortController().signal }),
    onStick: (begin = '') => readdirSync(stick).filter((name) => name.startsWith(begin)),
    stop: async () => {
      await desk.stop();
      await plug.close();
      rmSync(stick, { recursive: true, force: true });
    },
  };
}

/** The value, or a loud end. */
export function given<T>(result: { ok: true; value: T } | { ok: false; failure: { code: string } }): T {
  if (!result.ok) throw new Error(`refused: ${result.failure.code}`);
  return result.value;
}
