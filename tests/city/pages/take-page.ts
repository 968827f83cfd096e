import type { CityContext } from '../city-context.ts';
import { addPiece, findPage, MAX_PAGE_BYTES, openPage, PIECE_BYTES, settlePage } from './page-store.ts';

/** Adds a stream to an upload, from `atByte` on; the place where the upload then stands, null when it stood elsewhere. */
export async function addToPage(
  city: CityContext,
  sha256: string,
  atByte: number,
  stream: AsyncIterable<Uint8Array>,
): Promise<number | null> {
  let at = atByte;
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  const write = async (): Promise<boolean> => {
    const piece = Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
    if (!(await addPiece(city.database, sha256, at, piece))) return false;
    at += piece.length;
    return true;
  };
  let broken: unknown;
  try {
    for await (const chunk of stream) {
      waiting.push(chunk);
      bytes += chunk.length;
      if (bytes >= PIECE_BYTES && !(await write())) return null;
    }
  } catch (error) {
    broken = error;
  }
  // What had come before the line broke stays: the desk goes on from there.
  const kept = await write();
  if (broken !== undefined) throw broken;
  return kept ? at : null;
}

export type PageTaken = 'complete' | 'partly' | 'hash-differs' | 'too-large' | 'stands-elsewhere';

/**
 * Takes a whole page, whoever brings it (`byteLength` bytes, streamed): what the city has already is passed over, what is
 * missing is written, and the page counts only after hashing. `partly`: the stream ended early; what came stays.
 */
export async function takePage(
  city: CityContext,
  sha256: string,
  byteLength: number,
  stream: AsyncIterable<Uint8Array>,
): Promise<PageTaken> {
  if (byteLength > MAX_PAGE_BYTES || byteLength < 1) return 'too-large';
  await openPage(city.database, sha256, byteLength);
  const before = await findPage(city.database, sha256);
  if (before?.complete === true) return 'complete';
  const from = before?.received ?? 0;
  if ((await addToPage(city, sha256, from, after(stream, from))) === null) return 'stands-elsewhere';
  const now = await findPage(city.database, sha256);
  if (now?.complete === true) return 'complete';
  if (now === undefined || now.received < now.byteLength) return 'partly';
  return (await settlePage(city, sha256)) ? 'complete' : 'hash-differs';
}

async function* after(stream: AsyncIterable<Uint8Array>, skip: number): AsyncGenerator<Uint8Array> {
  let passed = 0;
  for await (const chunk of stream) {
    const from = Math.min(chunk.length, Math.max(0, skip - passed));
    passed += chunk.length;
    if (from < chunk.length) yield chunk.subarray(from);
  }
}
