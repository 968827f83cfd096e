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

const ROUNDS = 9;
const COMMITS_IN_A_ROUND = 60;
/** Makes the sealed record about as long as a dossier's: 2 KB. */
const REASON = 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả bị kẹt. '.repeat(20);

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function commitsPerSecond(commitOnce: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  for (let n = 0; n < COMMITS_IN_A_ROUND; n += 1) await commitOnce();
  return (COMMITS_IN_A_ROUND * 1000) / (performance.now() - start);
}

/**
 * Commits of one dossier-sized fact a second, beside a bare loop that writes as many bytes and flushes them, on the same
 * disk, by turns. The bound is against the loop that leaves the process free while the disk works, as the desk must;
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
    const journalRates: number[] = [];
    const freeRates: number[] = [];
    const blockingRates: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      blockingRates.push(
        await commitsPerSecond(() => {
          writeSync(blocking.fd, bytes);
          fdatasyncSync(blocking.fd);
        }),
      );
      freeRates.push(
        await commitsPerSecond(async () => {
          await free.write(bytes);
          await free.datasync();
        }),
      );
      journalRates.push(
        await commitsPerSecond(async () => {
          await append(dossierSized);
        }),
      );
    }
    const ratios = journalRates.map((rate, round) => rate / (freeRates[round] ?? Number.NaN));
    return [
      shown('bytes of a record', bytes.length, 'B'),
      shown('bare write and flush, blocking, median', median(blockingRates), 'a second'),
      shown('bare write and flush, not blocking, median', median(freeRates), 'a second'),
      shown('journal commits, median', median(journalRates), 'a second'),
      atLeast('journal to bare not blocking, median of the rounds', median(ratios), '', 0.5),
    ];
  } finally {
    await free.close();
    await blocking.close();
    await journal.close();
    rmSync(dir, { recursive: true });
  }
}
