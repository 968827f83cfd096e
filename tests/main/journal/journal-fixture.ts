import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { onTestFinished } from 'vitest';
import type { Journal } from '../../../src/main/journal/journal.ts';
import { openJournal } from '../../../src/main/journal/open-journal.ts';
import type { Instant } from '../../../src/shared/base/dates.ts';
import type { CommandId, DeskId, LeaseId } from '../../../src/shared/base/ids.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';

const pair = generateKeyPairSync('ed25519');
export const KEY = Buffer.alloc(32, 7);
export const ports = {
  sign: (hash: Uint8Array) => sign(null, hash, pair.privateKey).toString('base64url'),
  now: () => '2026-11-21T03:42:00.000Z' as Instant,
  newId: () => v7(),
};
export const verifyOwn = (hash: Uint8Array, signature: string) =>
  verify(null, hash, pair.publicKey, Buffer.from(signature, 'base64url'));

export const ENROLLED: Fact = {
  type: 'desk-enrolled',
  desk: {
    deskId: 'CN02-Q03' as DeskId,
    name: 'Quầy 03',
    branch: {
      branchId: 'CN02',
      name: 'Chi nhánh số 02 · Cầu Giấy',
      unitCode: 'H26.40.02',
      address: '',
      phone: '',
      collectorName: 'Trung tâm Phục vụ hành chính công',
      collectorTaxCode: '0100000000',
      parentName: 'UBND thành phố Hà Nội',
      place: 'Hà Nội',
    },
  },
  deskPublicKey: pair.publicKey.export({ format: 'jwk' }).x ?? '',
  cityPublicKey: 'c',
};

/** A small fact; `reason` makes it as long as wanted. */
export const voided = (number: number, reason = 'giấy kẹt'): Fact => ({
  type: 'number-voided',
  kind: 'receipt',
  leaseId: '0198f3c0-0000-7000-8000-000000000001' as LeaseId,
  number,
  reason,
});

export const newCommand = (): CommandId => v7() as CommandId;

/** A folder that is removed when the test ends. */
export function freshFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'journal-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

export async function opened(dir: string, segmentBytes?: number) {
  const result = await openJournal({
    dir,
    key: KEY,
    verify: verifyOwn,
    ...ports,
    ...(segmentBytes === undefined ? {} : { segmentBytes }),
  });
  if (!result.ok) throw new Error(`journal did not open: ${result.failure.code}`);
  return result.value;
}

export const commit = (journal: Journal, ...facts: Fact[]) =>
  journal.append({ expectedHead: journal.head(), command: newCommand(), by: null, facts });

/** A journal with the enrolment and `count` more commits, one fact each; closed. */
export async function filled(dir: string, count: number, segmentBytes?: number): Promise<void> {
  const { journal } = await opened(dir, segmentBytes);
  await commit(journal, ENROLLED);
  for (let number = 1; number <= count; number += 1) await commit(journal, voided(number));
  await journal.close();
}

export async function readAll(journal: Journal) {
  const page = await journal.read({ afterSeq: 0, limit: 100_000 });
  if (!page.ok) throw new Error(page.failure.code);
  return page.value.events;
}
