import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { fdatasyncSync, mkdtempSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { openJournal } from '../../src/main/journal/open-journal.ts';
import type { Instant } from '../../src/shared/base/dates.ts';
import type { CommandId, LeaseId } from '../../src/shared/base/ids.ts';
import type { Fact } from '../../src/shared/domain/desk-log/fact.ts';
import { atLeast, type ReportRow, shown } from './report.ts';

const COMMITS = 500;
/** Thrown away: code that the machine has not warmed to says nothing about a desk's day. */
const WARM_UP = 60;
/** Makes the sealed record about as long as a dossier's: 2 KB. */
const REASON = 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả bị kẹt. '.repeat(20);

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function millisecondsOf(once: () => unknown): Promise<number> {
  const start = performance.now();
  await once();
  return performance.now() - start;
}

const perSecond = (milliseconds: readonly number[]): number => 1000 / median(milliseconds);

/**
 * Commits of one dossier-sized fact a second, beside a bare loop that writes as many bytes and flushes them, on the same
 * disk, one of each by turns, so that whatever else the machine does meets all alike. The bound is against the loop that leaves the process free while the disk works, as the desk must;
 * the blocking loop is shown beside it.
 */
export async function measure(): Promise<readonly ReportRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-commit-'));
  const { privateKey } = generateKeyPairSync('ed25519');
  const opened = await openJournal({
    dir: join(dir, 'journal'),
    key: randomBytes(32),
    sign: (hash) => sign(null, hash, privateKey).toString('base64url'),
    now: () => new Date().toISOString() as Instant,
    newId: () => v7(),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  const { journal } = opened.value;
  const free = await open(join(dir, 'free'), 'w');
  const blocking = await open(join(dir, 'blocking'), 'w');

  const append = async (fact: Fact) => {
    const order = { expectedHead: journal.head(), command: v7() as CommandId, by: null, facts: [fact] };
    const done = await journal.append(order);
    if (!done.ok) throw new Error(done.failure.code);
    return done.value.events;
  };
  const leaseId = v7() as LeaseId;
  const dossierSized: Fact = { type: 'number-voided', kind: 'receipt', leaseId, number: 1, reason: REASON };

  try {
    // The journal only asks who the desk is.
    await append({ type: 'desk-enrolled', desk: { deskId: 'CN02-Q03' } } as unknown as Fact);
    const payloadBytes = Buffer.byteLength(JSON.stringify(await append(dossierSized)));
    const bytes = randomBytes(payloadBytes + 36);
    const blockingMs: number[] = [];
    const freeMs: number[] = [];
    const journalMs: number[] = [];
    for (let n = 0; n < WARM_UP + COMMITS; n += 1) {
      blockingMs.push(
        await millisecondsOf(() => {
          writeSync(blocking.fd, bytes);
          fdatasyncSync(blocking.fd);
        }),
      );
      freeMs.push(
        await millisecondsOf(async () => {
          await free.write(bytes);
          await free.datasync();
        }),
      );
      journalMs.push(await millisecondsOf(() => append(dossierSized)));
    }
    for (const times of [blockingMs, freeMs, journalMs]) times.splice(0, WARM_UP);
    return [
      shown('bytes of a record', bytes.length, 'B'),
      shown('bare write and flush, blocking, median', perSecond(blockingMs), 'a second'),
      shown('bare write and flush, not blocking, median', perSecond(freeMs), 'a second'),
      shown('journal commits, median', perSecond(journalMs), 'a second'),
      atLeast('journal to bare not blocking', perSecond(journalMs) / perSecond(freeMs), '', 0.5),
    ];
  } finally {
    await free.close();
    await blocking.close();
    await journal.close();
    rmSync(dir, { recursive: true });
  }
}
