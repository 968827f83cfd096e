import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { openMasterKey } from '../../../src/main/keys/open-master-key.ts';
import { filesBelow } from '../../support/files-below.ts';
import type { CityRows, MadeProfile } from './made-profile.ts';
import { closeSegment, type OpenSegment, openSegment } from './open-segment.ts';

type PackedFile = {
  readonly path: string;
  readonly sha256: string;
  /** Bytes in the container. */
  readonly length: number;
  readonly segment?: OpenSegment;
};

type Container = {
  readonly made: MadeProfile;
  readonly city: CityRows;
  /** Keys of the profile's logs, hexadecimal: it is for practice, and holds nobody's secret. */
  readonly keys: Readonly<Record<string, string>>;
  readonly files: readonly PackedFile[];
};

const STREAMS = ['journal', 'city-log'] as const;
/** What of the window's own profile goes along: its working copy. */
const WINDOW = 'standin-profile/Default/IndexedDB';
const LENGTH_BYTES = 4;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const filesUnder = (root: string, folder: string): string[] =>
  existsSync(join(root, folder)) ? filesBelow(join(root, folder)).map((path) => join(folder, path)) : [];

async function keysOf(desk: string, passphrase: string): Promise<Record<string, string>> {
  const opened = await openMasterKey({
    dir: join(desk, 'keys'),
    keyKeeper: { isAvailable: async () => false, encrypt: async (b) => b, decrypt: async (b) => b },
    sealedData: [],
    passphrase,
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  return Object.fromEntries(STREAMS.map((stream) => [stream, opened.value.derive(stream).toString('hex')]));
}

/** Packs `root` (the desk in `desk`, the window's copy beside it) with its oracle and its city into one file. */
export async function packProfile(
  root: string,
  made: MadeProfile,
  city: CityRows,
  out: string,
): Promise<void> {
  const keys = await keysOf(join(root, 'desk'), made.passphrase);
  const contents: Buffer[] = [];
  const files: PackedFile[] = [];
  for (const path of [...filesUnder(root, 'desk'), ...filesUnder(root, WINDOW)]) {
    const bytes = readFileSync(join(root, path));
    const stream = STREAMS.find((each) => path.startsWith(`desk/${each}/`) && path.endsWith('.seg'));
    const opened =
      stream === undefined ? null : openSegment(bytes, Buffer.from(keys[stream] ?? '', 'hex'), stream);
    const content = opened?.content ?? bytes;
    contents.push(content);
    files.push({
      path,
      sha256: sha256(bytes),
      length: content.length,
      ...(opened === null ? {} : { segment: opened.described }),
    });
  }
  const head = Buffer.from(JSON.stringify({ made, city, keys, files } satisfies Container));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(head.length);
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 11 };
  writeFileSync(out, brotliCompressSync(Buffer.concat([length, head, ...contents]), { params }));
}

/**
 * Lays the packed profile into `root`, every file byte for byte as the older program left it (checked by its hash).
 * `window: 'no'` leaves the window's copy out.
 */
export function unpackProfile(packed: string, root: string, window: 'yes' | 'no' = 'no') {
  const bytes = brotliDecompressSync(readFileSync(packed));
  const start = LENGTH_BYTES + bytes.readUInt32BE(0);
  const container: Container = JSON.parse(bytes.subarray(LENGTH_BYTES, start).toString('utf8'));
  let at = start;
  for (const { path, length, segment, sha256: expected } of container.files) {
    const content = bytes.subarray(at, at + length);
    at += length;
    if (window === 'no' && !path.startsWith('desk/')) continue;
    const file =
      segment === undefined
        ? content
        : closeSegment(segment, content, Buffer.from(container.keys[segment.stream] ?? '', 'hex'));
    if (sha256(file) !== expected) throw new Error(`${path} did not come out as it was packed`);
    mkdirSync(dirname(join(root, path)), { recursive: true, mode: 0o700 });
    writeFileSync(join(root, path), file, { mode: 0o600 });
  }
  return { made: container.made, city: container.city };
}
