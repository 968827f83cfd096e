import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../../shared/base/dates.ts';
import type { DeskId, Sha256 } from '../../shared/base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { PageRecord, UnsentManifest } from '../../shared/contracts/carry/unsent-records.ts';
import type { LeaseRequest } from '../../shared/contracts/city/leases.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import { freeBytesOf } from '../disk/free-bytes.ts';
import { unsentName } from './carried-names.ts';
import { type SignSeal, startCarriedFile } from './carried-writing.ts';
import { carryFailureOf, refuse } from './carry-failure.ts';
import { type PageToCarry, partBytes, planUnsent, type UnsentPlan } from './unsent-plan.ts';
import { removeUnfinished, writeWholeOnStick } from './whole-file.ts';

/** FAT32 takes files below 4 GiB. */
export const MOST_FILE_BYTES = 4_000_000_000;
/** The reply comes back on the same stick: reference data, and for each event its signed verdict. */
const REPLY_BYTES = 4 * 1024 * 1024;
const VERDICT_BYTES = 800;
const EVENTS_AT_ONCE = 200;

export type UnsentPorts = {
  readonly deskId: DeskId;
  readonly sign: SignSeal;
  /** This desk's key for the reply. */
  readonly replyKey: string;
  /** Where the line stands. */
  readonly unsent: () => Promise<{
    readonly verdictSeq: number;
    readonly headSeq: number;
    readonly feedCursor: number;
    readonly referenceVersion: number;
    readonly dossiers: readonly { readonly pages: readonly PageToCarry[] }[];
    readonly leaseRequest: LeaseRequest | null;
    readonly carryKey: string | null;
  }>;
  readonly events: (afterSeq: number, limit: number) => Promise<Result<readonly DeskEvent[], Failure>>;
  /** null when the store does not have it whole. */
  readonly readPage: (sha256: Sha256) => Promise<Uint8Array | null>;
  readonly now: () => Instant;
  /** UUIDv7. */
  readonly newId: () => string;
};

export type UnsentWritten = {
  readonly carryId: string;
  readonly madeAt: Instant;
  readonly files: readonly { readonly name: string; readonly byteLength: number }[];
  readonly dossiers: number;
  readonly events: number;
  readonly pages: number;
  /** What the stick had no room for; it stays unsent and goes first next time, by its due date. */
  readonly leftOut: UnsentPlan['leftOut'];
  /** Pages that the page store no longer has whole. */
  readonly unreadable: number;
};

export type UnsentOrder = {
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly doneBytes: number; readonly totalBytes: number }) => void;
  readonly mostFileBytes?: number;
};

/** Events up to `headSeq`, batch by batch; what is made meanwhile goes next time. */
async function* batches(ports: UnsentPorts, from: number, headSeq: number) {
  for (let afterSeq = from; afterSeq < headSeq; ) {
    const page = await ports.events(afterSeq, Math.min(EVENTS_AT_ONCE, headSeq - afterSeq));
    if (!page.ok) throw Object.assign(new Error('journal not read'), { failed: page.failure });
    if (page.value.length === 0) return;
    yield page.value;
    afterSeq = page.value.at(-1)?.seq ?? headSeq;
  }
}

/**
 * Writes everything that the city is not known to have into files in `folder`: all events first, then pages, the ones
 * due first. Nothing at the desk changes: it stays unsent until the city's signed words come back.
 */
export async function writeUnsent(
  ports: UnsentPorts,
  order: UnsentOrder,
): Promise<Result<UnsentWritten, Failure>> {
  const { folder, signal } = order;
  const place = await ports.unsent();
  const { carryKey } = place;
  if (carryKey === null) return fail('carry-city-key-missing', 'call-support');
  const events = place.headSeq - place.verdictSeq;
  if (events === 0 && place.leaseRequest === null && place.dossiers.every(({ pages }) => pages.length === 0))
    return fail('carry-nothing-unsent', 'officer-decides');

  const carryId = ports.newId();
  const madeAt = ports.now();
  let doneBytes = 0;
  let unreadable = 0;

  async function writePart(plan: UnsentPlan, part: number) {
    const pages = plan.parts[part - 1] ?? [];
    const parts = plan.parts.length;
    const name = unsentName({
      deskId: ports.deskId,
      madeAt,
      dossiers: place.dossiers.length,
      part,
      parts,
    });
    // Written once and read back once.
    const moved = (bytes: number): void => {
      doneBytes += bytes;
      order.onProgress({
        doneBytes: Math.min(doneBytes, plan.totalBytes * 2),
        totalBytes: plan.totalBytes * 2,
      });
      if (signal.aborted) refuse('carry-cancelled');
    };
    const written = await writeWholeOnStick(
      folder,
      name,
      async (handle) => {
        const about = { kind: 'unsent', deskId: ports.deskId, carryId, part } as const;
        const file = await startCarriedFile(handle, about, carryKey ?? '', ports.sign);
        const manifest: UnsentManifest = {
          type: 'manifest',
          madeAt,
          parts,
          dossiers: place.dossiers.length,
          firstSeq: place.verdictSeq + 1,
          lastSeq: place.headSeq,
          pages: pages.length,
          feedCursor: place.feedCursor,
          referenceVersion: place.referenceVersion,
          leaseRequest: place.leaseRequest,
          replyKey: ports.replyKey,
        };
        await file.writeRecord(manifest);
        for await (const batch of batches(ports, place.verdictSeq, place.headSeq)) {
          await file.writeRecord({ type: 'events', events: batch });
          moved(JSON.stringify(batch).length);
        }
        for (const page of pages) {
          const bytes = await ports.readPage(page.sha256);
          if (bytes === null) unreadable += 1;
          else {
            const record: Omit<PageRecord, 'mediaType'> & { mediaType: string } = {
              type: 'page',
              sha256: page.sha256,
              byteLength: bytes.length,
              mediaType: page.mediaType,
            };
            await file.writeRecord(record);
            await file.writeBytes(bytes);
          }
          moved(page.byteLength);
        }
        return file.finish();
      },
      signal,
      moved,
    );
    return { name, byteLength: written.byteLength };
  }

  const files: { readonly name: string; readonly byteLength: number }[] = [];
  try {
    await removeUnfinished(folder, ports.deskId);
    let eventsBytes = 0;
    for await (const batch of batches(ports, place.verdictSeq, place.headSeq))
      eventsBytes += Buffer.byteLength(JSON.stringify(batch)) + 64;
    const freeBytes = await freeBytesOf(folder);
    const replyBytes = REPLY_BYTES + events * VERDICT_BYTES;
    const plan = planUnsent(place.dossiers, eventsBytes, {
      roomBytes: freeBytes - replyBytes,
      mostFileBytes: order.mostFileBytes ?? MOST_FILE_BYTES,
    });
    if (plan === null)
      return fail('carry-stick-too-small', 'officer-decides', {
        neededMb: Math.ceil((partBytes(eventsBytes) + replyBytes) / 1e6),
        freeMb: Math.floor(freeBytes / 1e6),
      });
    for (let part = 1; part <= plan.parts.length; part += 1) files.push(await writePart(plan, part));
    const { leftOut } = plan;
    const pages = plan.pages - unreadable;
    return ok({
      carryId,
      madeAt,
      files,
      dossiers: place.dossiers.length,
      events,
      pages,
      leftOut,
      unreadable,
    });
  } catch (thrown) {
    // Parts that are whole stay when a later one fails; who cancels wants none.
    if (signal.aborted) for (const { name } of files) await rm(join(folder, name), { force: true });
    if (thrown instanceof Error && 'failed' in thrown)
      return { ok: false, failure: thrown.failed as Failure };
    return carryFailureOf(thrown);
  }
}
