import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const SUFFIXES: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tiff',
  'application/pdf': 'pdf',
};
/** The last marker of a JPEG may have some filling behind it. */
const TAIL_BYTES = 2048;

/** Name of the nth page by what the scanner says it is; JPEG where it says nothing of use, as eSCL's usual form. */
export function pageFileName(n: number, headers: IncomingHttpHeaders): string {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return `page-${String(n).padStart(4, '0')}.${SUFFIXES[type] ?? 'jpg'}`;
}

/**
 * Writes a page beside its name and gives it its name when it is whole, so that whoever dies in between leaves no half
 * page. false: the answer was empty, or a JPEG without its end, which some devices send after a jam with a length to match.
 */
export async function writePageFile(
  folder: string,
  name: string,
  response: IncomingMessage,
): Promise<boolean> {
  const part = join(folder, `${name}.part`);
  await pipeline(response, createWriteStream(part, { mode: 0o600 }));
  if (!(await isWhole(part, name))) {
    await rm(part, { force: true });
    return false;
  }
  await rename(part, join(folder, name));
  return true;
}

async function isWhole(path: string, name: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (!name.endsWith('.jpg')) return size > 0;
    if (size < 4) return false;
    const head = Buffer.alloc(2);
    await file.read(head, 0, 2, 0);
    const tail = Buffer.alloc(Math.min(TAIL_BYTES, size));
    await file.read(tail, 0, tail.length, size - tail.length);
    return head.readUInt16BE(0) === 0xffd8 && tail.includes(Buffer.from([0xff, 0xd9]));
  } finally {
    await file.close();
  }
}
