import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkCarriedFile,
  openCarriedFile,
  type VerifySeal,
} from '../../../src/main/carry/carried-reading.ts';
import { type SignSeal, startCarriedFile } from '../../../src/main/carry/carried-writing.ts';
import { carryKeyFrom } from '../../../src/main/carry/carry-keys.ts';
import { SEALED_CHUNK_BYTES } from '../../../src/main/disk/chunk-seal.ts';
import { canonicalJson } from '../../../src/shared/base/canonical-json.ts';
import type { DeskId } from '../../../src/shared/base/ids.ts';

const city = carryKeyFrom(randomBytes(32));
const sender = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');

const signWith =
  (key: KeyObject): SignSeal =>
  (body) => ({
    body,
    keyId: '',
    signature: sign(null, Buffer.from(canonicalJson(body)), key).toString('base64url'),
  });
const verifySender: VerifySeal = ({ body, signature }) =>
  verify(null, Buffer.from(canonicalJson(body)), sender.publicKey, Buffer.from(signature, 'base64url'));

const deskId = 'CN02-Q01' as DeskId;
const page = randomBytes(150_000);
const records = [
  { type: 'manifest', note: 'việc chưa gửi' },
  { type: 'page', sha256: 'ab', byteLength: page.length },
  { type: 'last', n: 7 },
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'carried-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function write(name: string, by: KeyObject = sender.privateKey, receiver = city.publicKey) {
  const path = join(folder, name);
  const handle = await open(path, 'w');
  const about = { kind: 'unsent', deskId, carryId: v7(), part: 1 } as const;
  const file = await startCarriedFile(handle, about, receiver, signWith(by));
  await file.writeRecord(records[0]);
  await file.writeRecord(records[1]);
  await file.writeBytes(page.subarray(0, 100_000));
  await file.writeBytes(page.subarray(100_000));
  await file.writeRecord(records[2]);
  const finished = await file.finish();
  await handle.close();
  return { path, finished };
}

/** The code of the refusal; `whole` when all of it holds. */
async function look(path: string): Promise<string> {
  const opened = await openCarriedFile(path, () => city.privateKey);
  if (!opened.ok) return opened.failure.code;
  const checked = await checkCarriedFile(opened.value, verifySender);
  await opened.value.close();
  return checked.ok ? 'whole' : checked.failure.code;
}

async function lookAtBytes(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'changed.qmc');
  writeFileSync(path, bytes);
  return look(path);
}

describe('a carried file', () => {
  it('[CA-1] comes back record by record and byte by byte, and its hash is that of the file', async () => {
    const { path, finished } = await write('whole.qmc');
    const bytes = readFileSync(path);
    expect(finished.byteLength).toBe(bytes.length);
    expect(finished.fileSha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const opened = await openCarriedFile(path, ({ keyId }) => (keyId.length === 16 ? city.privateKey : null));
    if (!opened.ok) throw new Error(opened.failure.code);
    const came: unknown[] = [];
    const parts: Buffer[] = [];
    for await (const record of opened.value.records(verifySender)) {
      came.push(record.json);
      for await (const part of record.bytes()) parts.push(part);
    }
    await opened.value.close();
    expect(came).toEqual(records);
    expect(Buffer.concat(parts).equals(page)).toBe(true);
  });

  it('[CA-2] shows nothing of what is in it, and opens with no other key', async () => {
    const { path } = await write('secret.qmc');
    expect(readFileSync(path).includes('chưa gửi')).toBe(false);
    const other = carryKeyFrom(randomBytes(32));
    expect(await openCarriedFile(path, () => other.privateKey)).toMatchObject({
      failure: { code: 'carry-damaged' },
    });
    expect(await openCarriedFile(path, () => null)).toMatchObject({ failure: { code: 'carry-other-key' } });
  });

  it('[CA-3] with one changed byte, wherever it is, is refused', { timeout: 120_000 }, async () => {
    const { path } = await write('tampered.qmc');
    const bytes = readFileSync(path);
    const begin = 12 + bytes.readUInt32BE(8) + 32;
    const places = new Set<number>();
    // Every byte of head, seal and first records and of the end; samples and every seam of the chunks between.
    for (let at = 0; at < begin + 200; at += 1) places.add(at);
    for (let at = bytes.length - 700; at < bytes.length; at += 1) places.add(at);
    for (let at = begin; at < bytes.length; at += 1499) places.add(at);
    for (let at = begin; at < bytes.length; at += SEALED_CHUNK_BYTES)
      for (const near of [-17, -16, -1, 0, 1]) places.add(at + near);
    const whole: number[] = [];
    for (const at of places) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 0x01, at);
      if ((await lookAtBytes(changed)) === 'whole') whole.push(at);
    }
    expect(whole).toEqual([]);
    expect(await lookAtBytes(bytes)).toBe('whole');
  });

  it('[CA-4] cut off anywhere, with chunks in another order or twice, or with something behind it, is refused', async () => {
    const { path } = await write('cut.qmc');
    const bytes = readFileSync(path);
    const first = 12 + bytes.readUInt32BE(8) + 32;
    const chunk = (i: number) =>
      bytes.subarray(first + i * SEALED_CHUNK_BYTES, first + (i + 1) * SEALED_CHUNK_BYTES);
    for (const length of [0, 5, 12, 100, first - 1, first, first + SEALED_CHUNK_BYTES, bytes.length - 1])
      expect(await lookAtBytes(bytes.subarray(0, length)), `${length} bytes`).not.toBe('whole');
    const head = bytes.subarray(0, first);
    const rest = bytes.subarray(first + 2 * SEALED_CHUNK_BYTES);
    expect(await lookAtBytes(Buffer.concat([head, chunk(1), chunk(0), rest]))).toBe('carry-damaged');
    expect(await lookAtBytes(Buffer.concat([head, chunk(0), chunk(0), chunk(1), rest]))).toBe(
      'carry-damaged',
    );
    expect(await lookAtBytes(Buffer.concat([bytes, Buffer.alloc(40)]))).toBe('carry-damaged');
  });

  it('[CA-4] with chunks of another file of the same desk is refused', async () => {
    const one = readFileSync((await write('one.qmc')).path);
    const two = readFileSync((await write('two.qmc')).path);
    const first = 12 + one.readUInt32BE(8) + 32;
    const cut = first + SEALED_CHUNK_BYTES;
    expect(await lookAtBytes(Buffer.concat([one.subarray(0, cut), two.subarray(cut)]))).toBe('carry-damaged');
    expect(await lookAtBytes(Buffer.concat([one.subarray(0, first), two.subarray(first)]))).toBe(
      'carry-damaged',
    );
  });

  it('[CA-5] that somebody else signed is refused, however well it is sealed', async () => {
    const { path } = await write('foreign.qmc', stranger.privateKey);
    expect(await look(path)).toBe('carry-not-signed');
  });

  it('[CA-6] what is no carried file, a later form, a folder, a link and nothing at all have each their code', async () => {
    expect(await lookAtBytes(Buffer.from('%PDF-1.7 …'))).toBe('carry-not-a-file');
    const head = Buffer.from(JSON.stringify({ format: 2, kind: 'unsent' }));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(head.length);
    expect(await lookAtBytes(Buffer.concat([Buffer.from('QMCCAR01'), length, head]))).toBe(
      'carry-newer-format',
    );
    expect(await lookAtBytes(Buffer.concat([Buffer.from('QMCCAR01'), Buffer.alloc(4, 0xff)]))).toBe(
      'carry-not-a-file',
    );
    expect(await look(folder)).toBe('carry-not-a-file');
    const link = join(folder, 'link.qmc');
    symlinkSync((await write('target.qmc')).path, link);
    expect(await look(link)).toBe('carry-not-a-file');
    expect(await look(join(folder, 'nowhere.qmc'))).toBe('carry-stick-gone');
  });
});
