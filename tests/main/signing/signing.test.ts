import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import canonicalize from 'canonicalize';
import { jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { openDeskSigner } from '../../../src/main/signing/desk-signer.ts';
import { publicKeyOf, signBytes, verifyBytes } from '../../../src/main/signing/ed25519.ts';
import { verifyStatement } from '../../../src/main/signing/signed-statements.ts';
import { fail, ok } from '../../../src/shared/base/result.ts';

function memoryStore() {
  const values = new Map<string, unknown>();
  return {
    values,
    load: async (name: string) => ok(values.get(name) ?? null),
    save: async (name: string, value: unknown) =>
      ok(void values.set(name, JSON.parse(JSON.stringify(value)))),
  };
}

async function signer(store = memoryStore(), mayCreate = true) {
  const opened = await openDeskSigner({ store, mayCreate });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

const city = generateKeyPairSync('ed25519');
const cityPublicKey = publicKeyOf(city.publicKey);
const said = (body: unknown) => ({
  body,
  keyId: 'city-1',
  signature: signBytes(city.privateKey, Buffer.from(canonicalize(body) ?? '', 'utf8')),
});

describe('desk signer', () => {
  it('is the same desk after a restart', async () => {
    const store = memoryStore();
    const first = await signer(store);
    const again = await signer(store, false);
    expect(again.publicKey).toBe(first.publicKey);
    expect(Buffer.from(first.publicKey, 'base64url')).toHaveLength(32);
    const bytes = Buffer.from('biên lai');
    expect(again.verifyOwn(bytes, first.sign(bytes))).toBe(true);
    expect(verifyBytes(first.publicKey, Buffer.from('biên lái'), first.sign(bytes))).toBe(false);
  });

  it('never becomes another desk silently', async () => {
    const store = memoryStore();
    expect(await openDeskSigner({ store, mayCreate: false })).toMatchObject({
      failure: { code: 'signing-key-missing' },
    });
    expect(store.values.size).toBe(0);
    store.values.set('desk-signing-key', { pkcs8: 7 });
    expect(await openDeskSigner({ store, mayCreate: true })).toMatchObject({
      failure: { code: 'signing-key-damaged' },
    });
    const full = { ...memoryStore(), save: async () => fail('disk-full', 'officer-decides') };
    expect(await openDeskSigner({ store: full, mayCreate: true })).toMatchObject({
      failure: { code: 'disk-full' },
    });
  });

  it('signs a session assertion that the city can check: one desk, one audience, one minute, used once', async () => {
    const desk = await signer();
    const now = new Date('2026-11-21T03:42:00.000Z');
    const claims = { deskId: 'CN02-Q03', audience: 'https://city.example', now };
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: desk.publicKey }, format: 'jwk' });
    const expected = {
      audience: claims.audience,
      issuer: claims.deskId,
      subject: claims.deskId,
      algorithms: ['EdDSA'],
    };
    const one = await jwtVerify(await desk.signAssertion(claims), key, { ...expected, currentDate: now });
    const two = await jwtVerify(await desk.signAssertion(claims), key, { ...expected, currentDate: now });
    expect((one.payload.exp ?? 0) - (one.payload.iat ?? 0)).toBe(60);
    expect(one.payload.jti).not.toBe(two.payload.jti);
    const late = { ...expected, currentDate: new Date(now.getTime() + 61_000) };
    await expect(jwtVerify(await desk.signAssertion(claims), key, late)).rejects.toMatchObject({
      code: 'ERR_JWT_EXPIRED',
    });
  });
});

describe('signed statements', () => {
  it('hold whatever the order of the keys, and fall with any change', () => {
    const statement = said({ b: [1, 2.5], a: 'Cầu Giấy', c: { y: null, x: true } });
    expect(verifyStatement(cityPublicKey, statement)).toBe(true);
    const { body } = statement;
    expect(
      verifyStatement(cityPublicKey, {
        ...statement,
        body: { c: { x: true, y: null }, a: 'Cầu Giấy', b: [1, 2.5] },
      }),
    ).toBe(true);
    expect(verifyStatement(cityPublicKey, { ...statement, body: { ...(body as object), d: 1 } })).toBe(false);
    expect(
      verifyStatement(cityPublicKey, { ...statement, body: { ...(body as object), a: 'Cầu Giây' } }),
    ).toBe(false);
  });

  it('are false, not a crash, for malformed keys, signatures and bodies', () => {
    const statement = said({ a: 1 });
    for (const signature of [
      '',
      'x',
      statement.signature.slice(1),
      `${statement.signature}A`,
      '!'.repeat(86),
    ]) {
      expect(verifyStatement(cityPublicKey, { ...statement, signature })).toBe(false);
    }
    for (const key of ['', 'x', cityPublicKey.slice(1), '_'.repeat(43)]) {
      expect(verifyStatement(key, statement)).toBe(false);
    }
    expect(verifyStatement(cityPublicKey, { ...statement, body: undefined })).toBe(false);
  });
});
