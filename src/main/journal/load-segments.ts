import type { CipherKey } from 'node:crypto';
import { open, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import { ensureFolder, syncFolder, writeWholeFile } from '../disk/durable-writes.ts';
import type { LogFile } from './log-file.ts';
import { scanSegment, writtenEnd } from './scan-segment.ts';
import {
  createSegment,
  isNewerSegment,
  listSegments,
  SEGMENT_HEADER_BYTES,
  segmentPath,
} from './segment-file.ts';
import { loadWitness, type Witness } from './witness.ts';

/** Where one record lies. */
export type RecordPlace = {
  readonly segment: number;
  readonly index: number;
  readonly offset: number;
  readonly length: number;
};

export type SealedLogOptions = {
  readonly dir: string;
  /** AES-256; a key object, made once, is several times quicker to use than bytes. */
  readonly key: CipherKey;
  /** Bound into every seal, and the first part of the finding codes: `journal`, `city-log`. */
  readonly stream: 'journal' | 'city-log';
  /** A segment is closed before it would grow over this. */
  readonly segmentBytes: number;
  /** How its files are touched: `ownDisk` when left out; `farDisk` for a copy on a share. */
  readonly file?: LogFile;
  /**
   * `refuse`: the log takes nothing more once it is damaged (the journal: a second history must never begin).
   * `set-aside`: it goes on in a new segment (what the city said can be asked for again).
   */
  readonly afterDamage: 'refuse' | 'set-aside';
  /**
   * Takes every record in order; false: it does not follow from those before it. `newer`: it holds what only a newer
   * program knows, and nothing of the log may be used or changed.
   */
  readonly accept: (payload: Buffer, place: RecordPlace) => boolean | 'newer';
  /** Takes records that stand behind damage and still open. */
  readonly acceptSalvaged: (payload: Buffer, place: RecordPlace) => void;
};

export type LoadedSegments = {
  readonly kind: 'loaded';
  readonly findings: readonly StartNotice[];
  readonly records: number;
  readonly damaged: boolean;
  readonly setAside: readonly number[];
  /** Segment that takes the next record: where its records end, how long the file is, how many records it holds. */
  readonly current: {
    readonly segment: number;
    readonly length: number;
    readonly fileLength: number;
    readonly records: number;
  };
};

type Damage = { readonly segment: number; readonly offset: number; readonly reason: string };

const emptySegment = (segment: number): LoadedSegments['current'] => ({
  segment,
  length: SEGMENT_HEADER_BYTES,
  fileLength: SEGMENT_HEADER_BYTES,
  records: 0,
});

/** The bytes of an unfinished write are kept before they are cut off: never throw away what cannot be explained. */
async function cutTornTail(dir: string, segment: number, bytes: Buffer, offset: number): Promise<void> {
  const torn = join(dir, 'torn');
  await ensureFolder(torn);
  const name = `${String(segment).padStart(8, '0')}-${offset}-${bytes.length}.bytes`;
  await writeWholeFile(join(torn, name), bytes.subarray(offset, writtenEnd(bytes)));
  await syncFolder(dir);
  const path = segmentPath(dir, segment);
  await truncate(path, offset);
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Reads and checks every segment of a log, mends what a crash leaves behind (an unfinished last record) and nothing
 * else. `key-wrong`: the bytes are whole but this key opens none of them. `newer`: a newer program wrote here, nothing was
 * changed. Throws errno errors.
 */
export async function loadSegments(
  options: SealedLogOptions,
): Promise<LoadedSegments | { readonly kind: 'key-wrong' } | { readonly kind: 'newer' }> {
  const { dir, key, stream } = options;
  await ensureFolder(dir);
  const witnessed = await loadWitness(dir, key, stream);
  const witness: Witness | null = witnessed.kind === 'found' ? witnessed.witness : null;
  const segments = await listSegments(dir);
  if (segments.length === 0 && witnessed.kind === 'foreign') return { kind: 'key-wrong' };
  // Before anything is cut or set aside, wherever the newer segment stands.
  for (const segment of segments) if (await isNewerSegment(dir, segment)) return { kind: 'newer' };
  const findings: StartNotice[] = [];
  const damages: Damage[] = [];
  let records = 0;
  let salvaged = 0;
  let current = emptySegment(0);

  for (const [position, segment] of segments.entries()) {
    if (segment !== current.segment + 1) {
      damages.push({ segment: current.segment + 1, offset: 0, reason: 'missing' });
    }
    const bytes = await readFile(segmentPath(dir, segment));
    const scan = scanSegment(bytes, key, stream, segment);
    const last = position === segments.length - 1;
    let end = scan.end;
    // Only the last segment can be in the middle of a write: the next one is made after all before it was flushed.
    if (end.kind === 'torn' && !last) end = { kind: 'damaged', offset: end.offset, reason: 'bytes' };
    if (end.kind === 'damaged' && end.reason === 'seal' && records === 0 && witnessed.kind === 'foreign') {
      return { kind: 'key-wrong' };
    }
    const behind = [...scan.salvaged];
    const blocked = () => options.afterDamage === 'refuse' && damages.length > 0;
    for (const record of scan.records) {
      const place = { segment, index: record.index, offset: record.offset, length: record.length };
      const accepted = !blocked() && options.accept(record.payload, place);
      if (accepted === 'newer') return { kind: 'newer' };
      if (accepted) {
        records += 1;
        continue;
      }
      if (!blocked()) damages.push({ segment, offset: record.offset, reason: 'chain' });
      behind.push(record);
    }
    for (const record of behind) {
      salvaged += 1;
      options.acceptSalvaged(record.payload, { segment, ...record });
    }
    if (end.kind === 'damaged') damages.push({ segment, offset: end.offset, reason: end.reason });
    if (end.kind === 'torn' && !blocked()) {
      await cutTornTail(dir, segment, bytes, end.offset);
      const facts = { segment, bytes: writtenEnd(bytes) - end.offset };
      findings.push({ code: `${stream}-tail-cut`, severity: 'told', facts });
    }
    const fileLength = end.kind === 'torn' ? end.offset : bytes.length;
    current = { segment, length: end.offset, fileLength, records: scan.records.length };
  }

  const known = new Set(witness?.setAside ?? []);
  let missing = 0;
  const news = damages.filter((damage) => options.afterDamage === 'refuse' || !known.has(damage.segment));
  // After damage the count says nothing more; without any, fewer than were witnessed means that the end is gone.
  if (damages.length === 0 && witness !== null && records < witness.records) {
    missing = witness.records - records;
    news.push({ segment: current.segment + 1, offset: 0, reason: 'shorter-than-witnessed' });
  }
  if (records > 0 && witness === null) {
    findings.push({ code: `${stream}-witness-lost`, severity: 'look', facts: { state: witnessed.kind } });
  }
  for (const { segment, offset, reason } of news) {
    const severity = options.afterDamage === 'refuse' ? 'alarm' : 'look';
    const facts = { segment, offset, reason, readable: records, salvaged, missing };
    findings.push({ code: `${stream}-damaged`, severity, facts });
  }

  const damaged = news.length > 0;
  const setAside =
    options.afterDamage === 'set-aside' ? [...known, ...news.map((damage) => damage.segment)] : [];
  const endIsDamaged = damages.some((damage) => damage.segment === current.segment);
  const needsNext =
    segments.length === 0 || (options.afterDamage === 'set-aside' && (damaged || endIsDamaged));
  if (needsNext && (options.afterDamage === 'set-aside' || !damaged)) {
    const next = Math.max(current.segment, ...news.map((damage) => damage.segment), 0) + 1;
    await createSegment(dir, next);
    current = emptySegment(next);
  }
  return { kind: 'loaded', findings, records, damaged, setAside, current };
}
