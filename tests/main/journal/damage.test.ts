import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../../src/main/journal/open-journal.ts';
import { frameAt } from '../../../src/main/journal/sealed-record.ts';
import { SEGMENT_HEADER_BYTES } from '../../../src/main/journal/segment-file.ts';
import {
  commit,
  ENROLLED,
  filled,
  freshFolder,
  KEY,
  opened,
  ports,
  readAll,
  voided,
} from './journal-fixture.ts';

const segment = (dir: string, number = 1) => join(dir, `${String(number).padStart(8, '0')}.seg`);

/** Start and end of every record of a segment. */
function recordsOf(bytes: Buffer): readonly { readonly start: number; readonly end: number }[] {
  const found = [];
  for (let start = SEGMENT_HEADER_BYTES; start < bytes.length; ) {
    const frame = frameAt(bytes, start);
    if (frame.kind !== 'whole') throw new Error('not a whole segment');
    found.push({ start, end: frame.end });
    start = frame.end;
  }
  return found;
}

/** Opens, and gives what an observer can tell; the journal is closed again. */
async function look(dir: string, segmentBytes?: number) {
  const { journal, findings } = await opened(dir, segmentBytes);
  const seqs = (await readAll(journal)).map((event) => event.seq);
  const next = await commit(journal, voided(99));
  await journal.close();
  return {
    codes: findings.map((finding) => finding.code),
    findings,
    seqs,
    salvaged: journal.salvaged.map((event) => event.seq),
    next: next.ok ? 'ok' : next.failure.code,
  };
}

const flipped = (bytes: Buffer, at: number, mask = 1): Buffer => {
  const hurt = Buffer.from(bytes);
  hurt.writeUInt8(hurt.readUInt8(at) ^ mask, at);
  return hurt;
};

const withoutLastZeros = (bytes: Buffer): Buffer =>
  bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1);

describe('torn tail', () => {
  it('[JR-13] cut at any length, the unfinished record is put aside and cut off, and work goes on', async () => {
    const dir = freshFolder();
    await filled(dir, 2);
    const whole = readFileSync(segment(dir));
    const witness = join(dir, 'witness');
    // As after a crash: the witness is the one of the start.
    const early = freshFolder();
    await filled(early, 1);
    const last = recordsOf(whole).at(-1);
    if (last === undefined) throw new Error('no record');
    // Every length is swept in scan-segment.test.ts; here the files too.
    for (let length = last.start + 4; length < last.end; length += 41) {
      writeFileSync(segment(dir), whole.subarray(0, length));
      copyFileSync(join(early, 'witness'), witness);
      rmSync(join(dir, 'torn'), { recursive: true, force: true });
      const seen = await look(dir);
      // Zeros at the end of what is left may be the record's own; nobody can tell them from what was never written.
      const unfinished = withoutLastZeros(whole.subarray(last.start, length));
      expect(seen.findings, `cut at ${length}`).toEqual([
        { code: 'journal-tail-cut', severity: 'told', facts: { segment: 1, bytes: unfinished.length } },
      ]);
      expect(seen.seqs).toEqual([1, 2]);
      expect(seen.next).toBe('ok');
      const [aside] = await readdir(join(dir, 'torn'));
      expect(readFileSync(join(dir, 'torn', aside ?? ''))).toEqual(unfinished);
    }
  });

  it('[JR-13] sectors that the disk never got, which read as zeros, are torn too', async () => {
    const dir = freshFolder();
    const { journal } = await opened(dir);
    await commit(journal, ENROLLED);
    // Crash: never closed, so the witness is the one of the start.
    const witness = readFileSync(join(dir, 'witness'));
    await commit(journal, voided(1, 'x'.repeat(3000)));
    await journal.close();
    const whole = readFileSync(segment(dir));
    const last = recordsOf(whole).at(-1);
    if (last === undefined) throw new Error('no record');
    const middle = Math.ceil(last.start / 512) * 512 + 512;
    for (const [from, to] of [
      [last.start + 300, last.end],
      [middle, middle + 512],
      [last.end - 16, last.end],
    ] as const) {
      writeFileSync(segment(dir), Buffer.from(whole).fill(0, from, to));
      writeFileSync(join(dir, 'witness'), witness);
      const seen = await look(dir);
      expect(seen.codes, `zeros from ${from}`).toEqual(['journal-tail-cut']);
      expect(seen.seqs).toEqual([1]);
      expect(seen.next).toBe('ok');
    }
  });
});

describe('damage', () => {
  it('[JR-14] a flipped bit anywhere in the file: never cut, never written over, all before it still reads', async () => {
    const dir = freshFolder();
    await filled(dir, 3);
    const whole = readFileSync(segment(dir));
    const records = recordsOf(whole);
    for (let at = 0; at < whole.length; at += at < 64 ? 5 : 47) {
      const hurt = flipped(whole, at, 1 << (at % 8));
      writeFileSync(segment(dir), hurt);
      const seen = await look(dir);
      const before = at < SEGMENT_HEADER_BYTES ? 0 : records.filter((record) => record.end <= at).length;
      expect(seen.codes, `byte ${at}`).toEqual(['journal-damaged']);
      expect(seen.seqs, `byte ${at}`).toEqual([1, 2, 3, 4].slice(0, before));
      expect(seen.next, `byte ${at}`).toBe('journal-damaged');
      expect(readFileSync(segment(dir)).equals(hurt), `byte ${at}`).toBe(true);
      const behind = at < SEGMENT_HEADER_BYTES ? [1, 2, 3, 4] : [1, 2, 3, 4].slice(before + 1);
      expect(seen.salvaged, `byte ${at}`).toEqual(behind);
    }
    expect(existsSync(join(dir, 'torn'))).toBe(false);
  });

  it('[JR-15] records that changed places do not open', async () => {
    const dir = freshFolder();
    await filled(dir, 3);
    const whole = readFileSync(segment(dir));
    const [a, b, c, d] = recordsOf(whole).map(({ start, end }) => whole.subarray(start, end));
    if (a === undefined || b === undefined || c === undefined || d === undefined)
      throw new Error('four records');
    const head = whole.subarray(0, SEGMENT_HEADER_BYTES);
    for (const order of [
      [a, c, b, d],
      [a, b, b, c, d],
      [a, c, d],
      [b, a, c, d],
    ]) {
      writeFileSync(segment(dir), Buffer.concat([head, ...order]));
      const seen = await look(dir);
      expect(seen.codes).toEqual(['journal-damaged']);
      expect(seen.next).toBe('journal-damaged');
    }
  });

  it('[JR-15] a record of another segment does not open in this one', async () => {
    const dir = freshFolder();
    await filled(dir, 20, 2500);
    copyFileSync(segment(dir, 2), segment(dir, 3));
    const seen = await look(dir, 2500);
    expect(seen.codes).toEqual(['journal-damaged']);
    expect(seen.next).toBe('journal-damaged');
  });

  it('[JR-16] a segment that is gone is noticed, the first, a middle one and the last', async () => {
    const original = freshFolder();
    await filled(original, 20, 2500);
    const count = (await readdir(original)).filter((name) => name.endsWith('.seg')).length;
    expect(count).toBeGreaterThan(3);
    for (const missing of [1, 2, count]) {
      const dir = freshFolder();
      cpSync(original, dir, { recursive: true });
      rmSync(segment(dir, missing));
      const seen = await look(dir, 2500);
      expect(seen.findings, `segment ${missing}`).toMatchObject([
        { code: 'journal-damaged', severity: 'alarm', facts: { segment: missing } },
      ]);
      expect(seen.next).toBe('journal-damaged');
      expect(seen.seqs.length + seen.salvaged.length).toBeGreaterThan(10);
    }
  });

  it('[JR-16] a journal shorter than its witness says takes nothing more', async () => {
    const dir = freshFolder();
    await filled(dir, 5);
    const whole = readFileSync(segment(dir));
    writeFileSync(segment(dir), whole.subarray(0, recordsOf(whole)[3]?.end));
    const seen = await look(dir);
    expect(seen.findings).toMatchObject([
      { code: 'journal-damaged', facts: { reason: 'shorter-than-witnessed' } },
    ]);
    expect(seen.next).toBe('journal-damaged');
    expect((await look(dir)).next).toBe('journal-damaged');
  });

  it('[JR-16] all segments gone is damage too, not a new desk', async () => {
    const dir = freshFolder();
    await filled(dir, 2);
    rmSync(segment(dir));
    expect(await look(dir)).toMatchObject({ codes: ['journal-damaged'], next: 'journal-damaged', seqs: [] });
    expect(existsSync(segment(dir))).toBe(false);
  });

  it('[JR-16] a lost or damaged witness is told and written again', async () => {
    const dir = freshFolder();
    await filled(dir, 2);
    for (const state of ['missing', 'damaged']) {
      if (state === 'missing') rmSync(join(dir, 'witness'));
      else writeFileSync(join(dir, 'witness'), 'rubbish');
      const seen = await look(dir);
      expect(seen.findings).toEqual([{ code: 'journal-witness-lost', severity: 'look', facts: { state } }]);
      expect(seen.next).toBe('ok');
      expect((await look(dir)).codes).toEqual([]);
    }
  });

  it('[JR-17] damage that comes while the desk runs is told at reading, never read as something else', async () => {
    const dir = freshFolder();
    const { journal } = await opened(dir);
    await commit(journal, ENROLLED);
    await commit(journal, voided(1));
    const bytes = readFileSync(segment(dir));
    writeFileSync(segment(dir), flipped(bytes, SEGMENT_HEADER_BYTES + 100));
    expect(await journal.read({ afterSeq: 0, limit: 10 })).toMatchObject({
      failure: { code: 'journal-damaged' },
    });
    expect(await journal.read({ afterSeq: 1, limit: 10 })).toMatchObject({ ok: true });
    await journal.close();
  });

  it('[JR-18] a wrong signature is an alarm', async () => {
    const dir = freshFolder();
    const forged = await openJournal({ dir, key: KEY, ...ports, sign: () => 'A'.repeat(86) });
    if (!forged.ok) throw new Error(forged.failure.code);
    await commit(forged.value.journal, ENROLLED);
    await forged.value.journal.close();
    const seen = await look(dir);
    expect(seen.codes).toEqual(['journal-damaged']);
    expect(seen.salvaged).toEqual([1]);
  });
});
