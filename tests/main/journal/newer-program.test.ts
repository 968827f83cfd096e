import { createSecretKey } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openCityLog } from '../../../src/main/journal/city-log.ts';
import { openJournal } from '../../../src/main/journal/open-journal.ts';
import { openSealedLog } from '../../../src/main/journal/sealed-log.ts';
import { segmentPath } from '../../../src/main/journal/segment-file.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import { filesBelow } from '../../support/files-below.ts';
import { commit, filled, freshFolder, KEY, opened, ports, verifyOwn } from './journal-fixture.ts';

/** Every file of the folder with its bytes. */
const bytesOf = (dir: string): Record<string, string> =>
  Object.fromEntries(filesBelow(dir).map((path) => [path, readFileSync(join(dir, path)).toString('base64')]));

/** Writes the header of a later format, whole, as a newer program's. */
function makeLater(dir: string, segment: number): void {
  const path = segmentPath(dir, segment);
  const bytes = readFileSync(path);
  bytes.write('QMCSEG02', 0, 'latin1');
  bytes.writeUInt32BE(crc32(bytes.subarray(0, 12)), 12);
  writeFileSync(path, bytes);
}

const open = (dir: string) => openJournal({ dir, key: KEY, verify: verifyOwn, ...ports });

describe('what a newer program wrote', () => {
  it('[JR-22] a segment of a later format closes the journal, and no byte of it changes', async () => {
    for (const later of [1, 3]) {
      const dir = freshFolder();
      await filled(dir, 12, 2000);
      expect(readdirSync(dir).filter((name) => name.endsWith('.seg')).length).toBeGreaterThan(2);
      makeLater(dir, later);
      // An unfinished record at the end would otherwise be cut off.
      const last = segmentPath(dir, readdirSync(dir).filter((name) => name.endsWith('.seg')).length);
      writeFileSync(last, Buffer.concat([readFileSync(last), Buffer.from([0, 0, 1, 0, 9, 9])]));
      const before = bytesOf(dir);
      expect(await open(dir)).toMatchObject({ ok: false, failure: { code: 'profile-newer' } });
      expect(bytesOf(dir)).toEqual(before);
    }
  });

  it('[JR-22] a flipped digit in the header is damage, not a newer program', async () => {
    const dir = freshFolder();
    await filled(dir, 2);
    const path = segmentPath(dir, 1);
    const bytes = readFileSync(path);
    bytes.write('QMCSEG02', 0, 'latin1');
    writeFileSync(path, bytes);
    const { journal, findings } = await opened(dir);
    expect(findings.map(({ code }) => code)).toContain('journal-damaged');
    await journal.close();
  });

  it('[JR-22] a fact of a kind not known here closes the journal, and no byte of it changes', async () => {
    const dir = freshFolder();
    await filled(dir, 3);
    const { journal } = await opened(dir);
    const unknown = { type: 'dossier-sent-to-the-moon', dossierId: 'x' } as unknown as Fact;
    expect(await commit(journal, unknown)).toMatchObject({ ok: true });
    await journal.close();
    const before = bytesOf(dir);
    expect(await open(dir)).toMatchObject({
      ok: false,
      failure: { code: 'profile-newer', facts: { what: 'journal' } },
    });
    expect(bytesOf(dir)).toEqual(before);
  });

  it('[JR-22] the city’s words: a later format and a kind not known here are not set aside', async () => {
    const dir = freshFolder();
    const first = await openCityLog({ dir, key: KEY });
    if (!first.ok) throw new Error(first.failure.code);
    await first.value.cityLog.close();
    const log = await openSealedLog({
      dir,
      key: createSecretKey(KEY),
      stream: 'city-log',
      segmentBytes: 10_000,
      afterDamage: 'set-aside',
      accept: () => true,
      acceptSalvaged: () => undefined,
    });
    if (!log.ok) throw new Error(log.failure.code);
    const words = { first: 1, messages: [{ kind: 'city-sings', statement: { body: {}, signature: '' } }] };
    await log.value.log.append(Buffer.from(JSON.stringify(words)));
    await log.value.log.close();
    for (const change of [() => undefined, () => makeLater(dir, 1)]) {
      change();
      const before = bytesOf(dir);
      expect(await openCityLog({ dir, key: KEY })).toMatchObject({
        ok: false,
        failure: { code: 'profile-newer', facts: { what: 'city-log' } },
      });
      expect(bytesOf(dir)).toEqual(before);
    }
  });
});
