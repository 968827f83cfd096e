import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Sha256 } from '../../shared/base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import { ReplyRecord } from '../../shared/contracts/carry/reply-records.ts';
import type { CityEvent } from '../../shared/contracts/city/events.ts';
import { isCarried } from './carried-names.ts';
import { type CarriedFile, checkCarriedFile, openCarriedFile, type VerifySeal } from './carried-reading.ts';
import { carryFailureOf, refuse } from './carry-failure.ts';
import type { CarryKey } from './carry-keys.ts';
import { keyIdOf } from './carry-keys.ts';

/** Verdicts of a month, and reference data of the whole city, are far below. */
const MOST_REPLY_BYTES = 512 * 1024 * 1024;
/** More files than an officer ever put on a stick; the rest is not looked at. */
const MOST_FILES = 500;

type Words<T extends ReplyRecord['type']> = Extract<ReplyRecord, { type: T }>;
type Kept<T> = Promise<Result<T, Failure>>;

/** The ways in of the line: what they take passes its checks and is durable. */
export type ReplyPorts = {
  readonly deskId: string;
  readonly replyKey: CarryKey;
  /** Whether the city signed this. */
  readonly isSaidByCity: VerifySeal;
  readonly takeVerdicts: (
    statements: Words<'verdicts'>['statements'],
  ) => Kept<readonly { readonly dossierId: string | null; readonly accepted: boolean }[]>;
  readonly takeWords: (statements: Words<'feed'>['statements']) => Kept<readonly CityEvent[]>;
  readonly takeLeases: (statement: Words<'leases'>['statement']) => Kept<null>;
  readonly takeReference: (statement: Words<'reference'>['statement']) => Kept<boolean>;
  readonly pagesThere: (pages: readonly Sha256[]) => void;
  readonly cityExpects: (nextSeq: number) => void;
};

/** What was new to the desk; all zero when everything had come before, by the line or by hand. */
export type ReplyTaken = {
  /** Dossiers whose every new verdict was yes, and those with a no among them. */
  readonly accepted: number;
  readonly refused: number;
  /** Dossiers that the city now has whole, pages and all. */
  readonly complete: number;
  readonly leases: boolean;
  readonly reference: boolean;
  /** The city misses events from here on: to be carried again. */
  readonly missingFrom: number | null;
};

export type ReplyFile = { readonly name: string; readonly outcome: Result<ReplyTaken, Failure> };

/** Takes one reply: first all of it is checked, then each of its words by the line's own code. */
async function takeFile(file: CarriedFile, ports: ReplyPorts): Promise<Result<ReplyTaken, Failure>> {
  if (file.byteLength > MOST_REPLY_BYTES) return fail('carry-damaged', 'officer-decides');
  const whole = await checkCarriedFile(file, ports.isSaidByCity);
  if (!whole.ok) return whole;
  const yes = new Set<string>();
  const no = new Set<string>();
  let complete = 0;
  let leases = false;
  let reference = false;
  let missingFrom: number | null = null;
  let held: readonly Sha256[] = [];

  async function take(record: ReplyRecord): Promise<Result<unknown, Failure>> {
    switch (record.type) {
      case 'manifest':
        if (record.gap) {
          ports.cityExpects(record.nextSeq);
          missingFrom = record.nextSeq;
        }
        held = record.pagesHeld;
        return ok(null);
      case 'verdicts': {
        const taken = await ports.takeVerdicts(record.statements);
        if (taken.ok)
          for (const { dossierId, accepted } of taken.value)
            if (dossierId !== null) (accepted ? yes : no).add(dossierId);
        return taken;
      }
      case 'feed': {
        const taken = await ports.takeWords(record.statements);
        if (taken.ok) complete += taken.value.filter(({ what }) => what.type === 'dossier-complete').length;
        return taken;
      }
      case 'leases': {
        const taken = await ports.takeLeases(record.statement);
        leases = taken.ok;
        return taken;
      }
      case 'reference': {
        const taken = await ports.takeReference(record.statement);
        reference = taken.ok && taken.value;
        return taken;
      }
    }
  }

  for await (const { json } of file.records(ports.isSaidByCity)) {
    const record = ReplyRecord.safeParse(json);
    if (!record.success) return fail('carry-newer-format', 'call-support');
    const taken = await take(json as z.input<typeof ReplyRecord> as ReplyRecord); // parsed above; as it came for the signatures
    // What was taken before stands, each word by itself; the same file can be taken again.
    if (!taken.ok) return taken;
  }
  ports.pagesThere(held);
  const accepted = [...yes].filter((dossierId) => !no.has(dossierId)).length;
  return ok({ accepted, refused: no.size, complete, leases, reference, missingFrom });
}

async function takeNamed(path: string, ports: ReplyPorts): Promise<Result<ReplyTaken, Failure> | null> {
  const keyId = keyIdOf(ports.replyKey.publicKey);
  let kind: string | null = null;
  const opened = await openCarriedFile(path, (head) => {
    kind = head.kind;
    return head.deskId === ports.deskId && head.keyId === keyId ? ports.replyKey.privateKey : null;
  });
  // What a desk wrote lies on the same stick: it is no reply.
  if (kind === 'unsent') {
    if (opened.ok) await opened.value.close();
    return null;
  }
  if (!opened.ok)
    return opened.failure.code === 'carry-other-key' && opened.failure.facts?.deskId !== ports.deskId
      ? fail('carry-other-desk', 'officer-decides', opened.failure.facts)
      : opened;
  try {
    return await takeFile(opened.value, ports);
  } catch (thrown) {
    return carryFailureOf(thrown);
  } finally {
    await opened.value.close();
  }
}

/**
 * Takes every reply of the city that lies in `folder` and is for this desk, the oldest first. One that cannot be taken
 * says why and stands in the way of no other. `carry-no-reply` when there is none at all.
 */
export async function takeReplies(
  ports: ReplyPorts,
  order: { readonly folder: string; readonly signal: AbortSignal },
): Promise<Result<readonly ReplyFile[], Failure>> {
  try {
    // Their names begin with the moment of the export.
    const names = (await readdir(order.folder)).filter(isCarried).toSorted().slice(0, MOST_FILES);
    const files: ReplyFile[] = [];
    for (const name of names) {
      if (order.signal.aborted) refuse('carry-cancelled');
      const outcome = await takeNamed(join(order.folder, name), ports);
      if (outcome !== null) files.push({ name, outcome });
    }
    return files.length === 0 ? fail('carry-no-reply', 'officer-decides') : ok(files);
  } catch (thrown) {
    return carryFailureOf(thrown);
  }
}
