import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROFILE_FORM } from '../../../src/main/bridge/profile-form.ts';
import { failuresDesk as en } from '../../../src/renderer/text/en/failures-desk.ts';
import { failuresDesk as vi } from '../../../src/renderer/text/vi/failures-desk.ts';
import { filesBelow } from '../../support/files-below.ts';
import { aDoor, aFolder, keyring } from './a-profile.ts';

const bytesOf = (dir: string): Record<string, string> =>
  Object.fromEntries(filesBelow(dir).map((path) => [path, readFileSync(join(dir, path), 'base64')]));

/** A profile that this program opened and closed. */
async function aProfile(): Promise<string> {
  const profile = aFolder();
  const { door, close } = aDoor(profile, keyring);
  expect(await door.start()).toMatchObject({ ok: true });
  const desk = door.desk();
  await desk?.parts.sealedFiles.save('something', { kept: true });
  await desk?.parts.draftFiles.save('a-draft', { note: 'để dở' });
  await close();
  return profile;
}

const replaceStart = (path: string, start: string): void => {
  const bytes = readFileSync(path);
  bytes.write(start, 0, 'latin1');
  writeFileSync(path, bytes);
};

describe('a profile that a newer program wrote', () => {
  it.each([
    [
      'its form',
      (at: string) => writeFileSync(join(at, 'form.json'), `{"form":${PROFILE_FORM + 1},"more":1}`),
    ],
    ['a sealed value', (at: string) => replaceStart(join(at, 'values', 'something.sealed'), 'QMCVAL02')],
    ['a draft', (at: string) => replaceStart(join(at, 'drafts', 'a-draft.sealed'), 'QMCVAL12')],
    [
      'the key file',
      (at: string) => {
        const path = join(at, 'keys', 'master.sealed');
        writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), version: 2 }));
      },
    ],
  ] as const)('[BR-16] told by %s, stays closed, and no file of it changes', async (_, change) => {
    const profile = await aProfile();
    change(profile);
    const before = bytesOf(profile);
    const { door, defects } = aDoor(profile, keyring);
    expect(await door.start()).toMatchObject({ ok: false, failure: { code: 'profile-newer' } });
    expect(door.desk()).toBeNull();
    expect(bytesOf(profile)).toEqual(before);
    expect(defects).toEqual([]);
  });

  it('[BR-16] the form is left in a profile once; an older one and a damaged note are opened', async () => {
    const profile = await aProfile();
    const form = join(profile, 'form.json');
    expect(JSON.parse(readFileSync(form, 'utf8'))).toEqual({ form: PROFILE_FORM });
    writeFileSync(form, '{"for');
    const { door } = aDoor(profile, keyring);
    expect(await door.start()).toMatchObject({ ok: true });
    expect(JSON.parse(readFileSync(form, 'utf8'))).toEqual({ form: PROFILE_FORM });
  });

  it('is told in both languages: install the newer version, nothing is lost', () => {
    expect(vi['profile-newer']).toMatch(/Cài bản mới.*không mất gì/);
    expect(en['profile-newer']).toMatch(/Install the newer version.*nothing is lost/);
  });
});
