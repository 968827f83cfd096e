import { type FileHandle, open } from 'node:fs/promises';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import { type DiskFailure, diskFailure } from '../disk/disk-failure.ts';
import { loadSegments, type RecordPlace, type SealedLogOptions } from './load-segments.ts';
import { ownDisk } from './log-file.ts';
import { FRAME_BYTES, frameAt, MOST_SEALED_BYTES, openSealed, sealRecord } from './sealed-record.ts';
import { createSegment, SEGMENT_HEADER_BYTES, segmentPath } from './segment-file.ts';
import { saveWitness } from './witness.ts';

const RECORDS_BETWEEN_WITNESSES = 64;
/**
 * Room is reserved ahead as written zeros: a flush then has no new file length to record, which took half of its time
 * on ext4, and a disk that fills up stops the desk here and not in the middle of a commit.
 */
const RESERVED_BYTES = 256 * 1024;

export type AppendFailure = DiskFailure | Failure<'log-closed'> | Failure<'record-too-large'>;

/** Append-only sealed records in segment files. Calls to `append` must come one after another. */
export type SealedLog = {
  /** One write, one flush; the record is durable when it resolves, and not there at all when it fails. */
  readonly append: (payload: Uint8Array) => Promise<Result<RecordPlace, AppendFailure>>;
  /**
   * Several records, one flush at their end. When it fails, some of them may be there: close the log and open it again.
   */
  readonly appendAll: (
    payloads: readonly Uint8Array[],
  ) => Promise<Result<readonly RecordPlace[], AppendFailure>>;
  /** The payload, or null when it can no longer be read whole. */
  readonly readRecord: (place: RecordPlace) => Promise<Buffer | null>;
  readonly damaged: boolean;
  readonly close: () => Promise<void>;
};

/**
 * Opens (or begins) the log in `dir`, checks every record and hands each payload to `options.accept`.
 * Failures: `log-key-wrong`, `profile-newer`, `disk-full`, `disk-error`.
 */
export async function openSealedLog(
  options: SealedLogOptions,
): Promise<
  Result<
    { readonly log: SealedLog; readonly findings: readonly StartNotice[] },
    DiskFailure | Failure<'log-key-wrong'> | Failure<'profile-newer'>
  >
> {
  try {
    const loaded = await loadSegments(options);
    if (loaded.kind === 'key-wrong') return fail('log-key-wrong', 'call-support', { stream: options.stream });
    if (loaded.kind === 'newer') return fail('profile-newer', 'call-support', { what: options.stream });
    const refuses = options.afterDamage === 'refuse' && loaded.damaged;
    // A damaged log is evidence: its witness stays as it was.
    if (!refuses) {
      const { records, setAside } = loaded;
      // A full disk must not keep the desk from reading: the witness may lag behind.
      await saveWitness(options.dir, options.key, options.stream, { records, setAside }).catch(diskFailure);
    }
    return ok({ log: startLog(options, loaded, refuses), findings: loaded.findings });
  } catch (thrown) {
    return diskFailure(thrown);
  }
}

function startLog(
  { dir, key, stream, segmentBytes, file = ownDisk }: SealedLogOptions,
  loaded: Extract<Awaited<ReturnType<typeof loadSegments>>, { kind: 'loaded' }>,
  refuses: boolean,
): SealedLog {
  let { segment, length, fileLength, records: index } = loaded.current;
  let reserved = false;
  let unflushed = false;
  let total = loaded.records;
  let closed = refuses;
  const handles = new Map<number, Promise<FileHandle>>();

  const handleOf = (wanted: number): Promise<FileHandle> => {
    const known = handles.get(wanted);
    if (known !== undefined) return known;
    const opening = open(segmentPath(dir, wanted), refuses ? 'r' : 'r+');
    handles.set(wanted, opening);
    opening.catch(() => handles.delete(wanted));
    return opening;
  };
  const witness = () => saveWitness(dir, key, stream, { records: total, setAside: loaded.setAside });

  async function giveBackReserved(): Promise<void> {
    if (!reserved) return;
    const handle = await handleOf(segment);
    await handle.truncate(length);
    await handle.sync();
    fileLength = length;
    reserved = false;
  }

  async function rotate(): Promise<void> {
    // The next segment appears only after all before it is flushed.
    if (unflushed) await (await handleOf(segment)).datasync();
    unflushed = false;
    await giveBackReserved();
    await witness();
    await createSegment(dir, segment + 1);
    segment += 1;
    length = SEGMENT_HEADER_BYTES;
    fileLength = SEGMENT_HEADER_BYTES;
    index = 0;
  }

  /** Makes room for more than the next record where the disk has it; without, the record itself may still fit. */
  async function reserve(handle: FileHandle, recordBytes: number): Promise<void> {
    if (file !== ownDisk || length + recordBytes <= fileLength) return;
    const wanted = Math.min(RESERVED_BYTES, segmentBytes - length);
    if (wanted <= recordBytes) return;
    try {
      reserved = true;
      await file.writeAll(handle, Buffer.alloc(length + wanted - fileLength), fileLength);
      await handle.sync();
      fileLength = length + wanted;
    } catch (thrown) {
      await takeBack(handle);
      if (diskFailure(thrown).failure.code !== 'disk-full') throw thrown;
    }
  }

  /** Someone else wrote here: two writers would make two histories. */
  async function isForeign(handle: FileHandle): Promise<boolean> {
    const { size, bytes } = await file.look(handle, length, FRAME_BYTES);
    return size !== fileLength || !bytes.equals(Buffer.alloc(FRAME_BYTES));
  }

  /** Back to the last good length. When even that fails, nothing more is written: the next start sorts it out. */
  async function takeBack(handle: FileHandle): Promise<void> {
    try {
      await handle.truncate(length);
      await handle.sync();
      fileLength = length;
      reserved = false;
    } catch (thrown) {
      closed = true;
      diskFailure(thrown);
    }
  }

  /** Writes one record; `flushed` makes it durable, else the next flush or rotation does. */
  async function write(payload: Uint8Array, flushed: boolean): Promise<Result<RecordPlace, AppendFailure>> {
    if (closed) return fail('log-closed', 'call-support');
    if (payload.length + FRAME_BYTES > MOST_SEALED_BYTES - 64) {
      return fail('record-too-large', 'call-support', { bytes: payload.length });
    }
    try {
      if (index > 0 && length + payload.length + 64 > segmentBytes) await rotate();
      const handle = await handleOf(segment);
      if (await isForeign(handle)) {
        closed = true;
        return fail('log-closed', 'call-support');
      }
      const record = sealRecord(key, { stream, segment, index }, payload);
      await reserve(handle, record.length);
      if (closed) return fail('log-closed', 'call-support');
      try {
        await file.writeAll(handle, record, length);
        if (flushed) await handle.datasync();
      } catch (thrown) {
        await takeBack(handle);
        throw thrown;
      }
      unflushed = !flushed;
      const place = { segment, index, offset: length, length: record.length };
      length += record.length;
      fileLength = Math.max(fileLength, length);
      index += 1;
      total += 1;
      if (total % RECORDS_BETWEEN_WITNESSES === 0 && flushed) {
        // The record is durable already; a witness that lags behind is allowed, and is written again later.
        await witness().catch(diskFailure);
      }
      return ok(place);
    } catch (thrown) {
      return diskFailure(thrown);
    }
  }

  return {
    damaged: loaded.damaged,
    append: (payload) => write(payload, true),
    appendAll: async (payloads) => {
      const places: RecordPlace[] = [];
      for (const [at, payload] of payloads.entries()) {
        const written = await write(payload, at === payloads.length - 1);
        if (!written.ok) return written;
        places.push(written.value);
      }
      return ok(places);
    },
    readRecord: async (place) => {
      const handle = await handleOf(place.segment);
      const bytes = Buffer.alloc(place.length);
      const { bytesRead } = await handle.read(bytes, 0, place.length, place.offset);
      const frame = frameAt(bytes.subarray(0, bytesRead), 0);
      return frame.kind === 'whole'
        ? openSealed(key, { stream, segment: place.segment, index: place.index }, frame.sealed)
        : null;
    },
    close: async () => {
      const wasWritable = !closed;
      closed = true;
      if (wasWritable) await giveBackReserved().catch(diskFailure);
      for (const handle of await Promise.allSettled(handles.values())) {
        if (handle.status === 'fulfilled') await handle.value.close();
      }
      handles.clear();
      if (wasWritable) await witness().catch(diskFailure);
    },
  };
}
