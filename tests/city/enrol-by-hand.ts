import { generateKeyPairSync, sign } from 'node:crypto';
import { SignJWT } from 'jose';
import { v7 } from 'uuid';
import { sealEvent, type UnsealedEvent } from '../../src/main/journal/event-chain.ts';
import { NO_HASH } from '../../src/shared/base/ids.ts';
import type { DeskEvent } from '../../src/shared/domain/desk-log/desk-event.ts';
import type { Fact } from '../../src/shared/domain/desk-log/fact.ts';
import type { City } from './start-city.ts';

// biome-ignore lint/suspicious/noExplicitAny: assertions alone read it, and say what they expect
type JsonReply = { readonly status: number; readonly json: any };

/**
 * A desk that speaks the contract by hand, with `jose` and plain fetch, to test the city without the desk's own line. The
 * city may be several processes: `useCity` turns to another.
 */
export async function enrolByHand(city: Pick<City, 'url' | 'codes'>, deskId: string) {
  const pair = generateKeyPairSync('ed25519');
  const deskPublicKey = String(pair.publicKey.export({ format: 'jwk' }).x);
  const signHash = (hash: Uint8Array) => sign(null, hash, pair.privateKey).toString('base64url');
  let token = '';
  let cityUrl = city.url;
  let cityPublicKey = '';

  async function call(method: string, path: string, body?: unknown): Promise<JsonReply> {
    const response = await fetch(cityUrl + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json().catch(() => null) };
  }

  const assertion = (changes: { audience?: string; issuedAt?: Date; jti?: string } = {}) => {
    const issuedAt = Math.floor((changes.issuedAt ?? new Date()).getTime() / 1000);
    return new SignJWT()
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(deskId)
      .setSubject(deskId)
      .setAudience(changes.audience ?? cityPublicKey)
      .setJti(changes.jti ?? v7())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + 45)
      .sign(pair.privateKey);
  };
  const openSession = async (given?: string): Promise<JsonReply> => {
    const reply = await call('POST', '/v1/sessions', { deskId, assertion: given ?? (await assertion()) });
    if (reply.status === 200) token = reply.json.token;
    return reply;
  };

  /** Events that follow on `after`, one a fact, sealed as the journal seals them. */
  function events(after: Pick<DeskEvent, 'seq' | 'hash'> | null, facts: readonly Fact[]): DeskEvent[] {
    let last = { seq: after?.seq ?? 0, hash: after?.hash ?? NO_HASH };
    return facts.map((fact) => {
      const unsealed = {
        id: v7(),
        desk: deskId,
        seq: last.seq + 1,
        prev: last.hash,
        at: '2026-11-21T03:42:00.000Z',
        by: null,
        command: v7(),
        fact,
      } as UnsealedEvent; // brands only
      const event = sealEvent(unsealed, signHash);
      last = event;
      return event;
    });
  }

  const enrolled = await call('POST', '/v1/enrolments', { code: city.codes[deskId], deskPublicKey });
  if (enrolled.status !== 201) throw new Error(`not enrolled: ${enrolled.status}`);
  cityPublicKey = enrolled.json.body.cityPublicKey;
  await openSession();
  return {
    deskId,
    deskPublicKey,
    enrolment: enrolled.json.body,
    call,
    assertion,
    openSession,
    events,
    sealWith: (event: UnsealedEvent) => sealEvent(event, signHash),
    useToken: (other: string) => {
      token = other;
    },
    token: () => token,
    cityUrl: () => cityUrl,
    useCity: (url: string) => {
      cityUrl = url;
    },
    send: (batch: readonly unknown[]) => call('POST', `/v1/desks/${deskId}/events`, { events: batch }),
    feed: (after: number, waitMs = 0) =>
      call('GET', `/v1/desks/${deskId}/feed?after=${after}&waitMs=${waitMs}`),
  };
}
export type DeskByHand = Awaited<ReturnType<typeof enrolByHand>>;
