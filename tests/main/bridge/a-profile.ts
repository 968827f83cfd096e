import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { createDeskDoor } from '../../../src/main/bridge/desk-door.ts';
import { openDesk } from '../../../src/main/bridge/open-desk.ts';
import { openParts } from '../../../src/main/bridge/open-parts.ts';
import { prepareRestore } from '../../../src/main/bridge/restore-desk.ts';
import type { KeyKeeper } from '../../../src/main/keys/open-master-key.ts';
import type { Instant } from '../../../src/shared/base/dates.ts';

/** A keyring that holds what it is given; the second has nothing to hold it in. */
export const keyring: KeyKeeper = {
  isAvailable: async () => true,
  encrypt: async (bytes) => Buffer.from(bytes).reverse(),
  decrypt: async (sealed) => Buffer.from(sealed).reverse(),
};
export const noKeyring: KeyKeeper = { ...keyring, isAvailable: async () => false };

export function aFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'desk-profile-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** The desk as main opens it on a profile, without a window. */
export function aDoor(
  profile: string,
  keyKeeper: KeyKeeper,
  practiceCity: { url: string; code: string | null } | null = null,
) {
  const defects: string[] = [];
  let opened = 0;
  const log = { tell: () => undefined, defect: (where: string) => void defects.push(where) };
  const door = createDeskDoor({
    version: '0.1.0',
    standIn: true,
    practice: practiceCity !== null,
    practiceCity,
    openParts: (passphrase) =>
      openParts({
        profile,
        keyKeeper,
        ...(passphrase === undefined ? {} : { passphrase }),
        now: () => new Date().toISOString() as Instant,
        newId: () => v7(),
      }),
    openDesk: (parts) => {
      opened += 1;
      return openDesk(parts, log, () => undefined);
    },
    prepareRestore: ({ folder, recoveryCode }, passphrase) =>
      prepareRestore({ profile, keyKeeper, passphrase, dir: folder, recoveryCode }),
    newId: () => v7(),
  });
  const close = async () => door.desk()?.close();
  onTestFinished(close);
  return { door, defects, close, opened: () => opened };
}
