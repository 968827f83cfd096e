import { verify } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openJournal } from '../../../src/main/journal/open-journal.ts';
import { commit, freshFolder, KEY, ports, readAll, voided } from './journal-fixture.ts';

const FIRST = resolve(import.meta.dirname, '../../fixtures/first-journal');
const made: { publicKey: string; head: { seq: number; hash: string } } = JSON.parse(
  readFileSync(join(FIRST, 'made.json'), 'utf8'),
);

/** Opens a copy of it with the key and the public key it was made with; what is added is signed by another pair. */
async function openFirst(dir: string, checked: boolean) {
  const key = { kty: 'OKP', crv: 'Ed25519', x: made.publicKey };
  const opened = await openJournal({
    dir,
    key: KEY,
    ...ports,
    ...(checked
      ? {
          verify: (hash: Uint8Array, signature: string) =>
            verify(null, hash, { key, format: 'jwk' }, Buffer.from(signature, 'base64url')),
        }
      : {}),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

it('[JR-1] a journal that the first code wrote opens whole with its head, chain and signatures, and goes on', async () => {
  const dir = freshFolder();
  cpSync(join(FIRST, 'journal'), dir, { recursive: true });
  const first = await openFirst(dir, true);
  expect(first.findings).toEqual([]);
  expect(first.journal.head()).toEqual(made.head);
  expect((await readAll(first.journal)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  await first.journal.close();

  const again = await openFirst(dir, false);
  expect(await commit(again.journal, voided(11))).toMatchObject({ ok: true });
  await again.journal.close();
  const later = await openFirst(dir, false);
  expect(later.findings).toEqual([]);
  expect(later.journal.head().seq).toBe(11);
  await later.journal.close();
});
