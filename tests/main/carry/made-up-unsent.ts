import { createHash, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import type { VerifySeal } from '../../../src/main/carry/carried-reading.ts';
import { carryKeyFrom } from '../../../src/main/carry/carry-keys.ts';
import type { UnsentPorts } from '../../../src/main/carry/write-unsent.ts';
import { canonicalJson } from '../../../src/shared/base/canonical-json.ts';
import type { Instant } from '../../../src/shared/base/dates.ts';
import type { DeskId, Sha256 } from '../../../src/shared/base/ids.ts';
import { ok } from '../../../src/shared/base/result.ts';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';

/** A desk's log and pages of any size without a desk: one dossier a page, one event a dossier. Nothing is kept of a page. */
export function madeUpUnsent(dossiers: number, pageBytes: number) {
  const city = carryKeyFrom(Buffer.alloc(32, 5));
  const pair = generateKeyPairSync('ed25519');
  const filling = randomBytes(pageBytes);
  const pageOf = (n: number): Buffer => {
    const bytes = Buffer.from(filling);
    bytes.writeUInt32BE(n, 0);
    return bytes;
  };
  const shas = Array.from(
    { length: dossiers },
    (_, n) => createHash('sha256').update(pageOf(n)).digest('hex') as Sha256,
  );
  const events = shas.map(
    (sha256, n) =>
      ({
        desk: 'CN02-Q01',
        seq: n + 1,
        prev: sha256,
        hash: sha256,
        signature: 'x'.repeat(86),
      }) as never as DeskEvent,
  );
  const ports: UnsentPorts = {
    deskId: 'CN02-Q01' as DeskId,
    sign: (body) => ({
      body,
      keyId: '',
      signature: sign(null, Buffer.from(canonicalJson(body)), pair.privateKey).toString('base64url'),
    }),
    replyKey: carryKeyFrom(Buffer.alloc(32, 6)).publicKey,
    unsent: async () => ({
      verdictSeq: 0,
      headSeq: events.length,
      feedCursor: 0,
      referenceVersion: 1,
      dossiers: shas.map((sha256) => ({
        pages: [{ sha256, byteLength: pageBytes, mediaType: 'image/jpeg' }],
      })),
      leaseRequest: null,
      carryKey: city.publicKey,
    }),
    events: async (afterSeq, limit) => ok(events.slice(afterSeq, afterSeq + limit)),
    readPage: async (sha256) => pageOf(shas.indexOf(sha256)),
    now: () => '2026-11-22T07:05:00.000Z' as Instant,
    newId: () => crypto.randomUUID(),
  };
  const isSaid: VerifySeal = ({ body, signature }) =>
    verify(null, Buffer.from(canonicalJson(body)), pair.publicKey, Buffer.from(signature, 'base64url'));
  return { ports, city, shas, isSaid };
}
