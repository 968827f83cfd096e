import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import { EVENT_DICTIONARY } from '../../src/shared/contracts/city/event-dictionary.ts';

/** Told with every reply (RFC 7694), so that a desk knows what it may send. */
export const TAKEN_CODINGS = 'dcz, gzip';

const dictionary = Buffer.from(EVENT_DICTIONARY, 'utf8');
/** A skippable zstd frame with the SHA-256 of the dictionary (RFC 9842 §5). */
const DCZ_HEADER = Buffer.concat([
  Buffer.from([0x5e, 0x2a, 0x4d, 0x18, 0x20, 0x00, 0x00, 0x00]),
  createHash('sha256').update(dictionary).digest(),
]);

const refusal = (statusCode: number, message: string) => Object.assign(new Error(message), { statusCode });

/** Passes a body on whose first bytes name our dictionary; another one cannot be read (415). */
async function* withoutDczHeader(payload: Readable): AsyncGenerator<Buffer> {
  let head = Buffer.alloc(0);
  let seen = false;
  for await (const chunk of payload) {
    head = Buffer.concat([head, chunk]);
    if (!seen && head.length < DCZ_HEADER.length) continue;
    if (!seen && !head.subarray(0, DCZ_HEADER.length).equals(DCZ_HEADER))
      throw refusal(415, 'another dictionary');
    yield seen ? head : head.subarray(DCZ_HEADER.length);
    seen = true;
    head = Buffer.alloc(0);
  }
}

/** The body of a request as it was before it was coded. */
export function uncoded(request: FastifyRequest, payload: Readable): Readable {
  const coding = request.headers['content-encoding'];
  if (coding === undefined) return payload;
  delete request.headers['content-length'];
  if (coding === 'gzip') {
    const unzipped = payload.pipe(createGunzip());
    payload.on('error', (error) => unzipped.destroy(error));
    return unzipped;
  }
  if (coding !== 'dcz') throw refusal(415, 'unknown coding');
  const unpacked = createZstdDecompress({ dictionary });
  const bare = Readable.from(withoutDczHeader(payload));
  // What the reader of the body hears: our own refusal, or that the frame is broken.
  bare.on('error', (error) => unpacked.destroy(error));
  return bare.pipe(unpacked);
}
