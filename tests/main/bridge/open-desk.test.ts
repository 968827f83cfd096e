import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { openDesk } from '../../../src/main/bridge/open-desk.ts';
import { openParts } from '../../../src/main/bridge/open-parts.ts';
import { fail } from '../../../src/shared/base/result.ts';
import { commandId, desk, ha, NOW } from '../../shared/support/a-desk.ts';
import { aFolder, keyring } from './a-profile.ts';

describe('a desk that is opened again', () => {
  it('[BR-3] nobody is taken for signed in who gave no PIN, also when the disk is too full to write it down', async () => {
    const opened = await openParts({
      profile: aFolder(),
      keyKeeper: keyring,
      now: () => NOW,
      newId: () => v7(),
    });
    if (!opened.ok) throw new Error(opened.failure.code);
    const { journal } = opened.value;
    const left = await journal.append({
      expectedHead: journal.head(),
      command: commandId(1),
      by: null,
      facts: [
        { type: 'desk-enrolled', desk, deskPublicKey: 'd', cityPublicKey: 'c' },
        { type: 'officer-signed-in', officer: ha },
      ],
    });
    expect(left.ok).toBe(true);
    const full = { ...journal, append: async () => fail('disk-full', 'officer-decides') };
    const defects: string[] = [];
    const log = { tell: () => undefined, defect: (where: string) => void defects.push(where) };
    const again = await openDesk({ ...opened.value, journal: full }, log, () => undefined);
    expect(again.facts.state().signedIn).toBeNull();
    const tried = await again.facts.appendForOfficer({
      expectedHead: journal.head(),
      command: commandId(2),
      facts: [{ type: 'number-voided', kind: 'receipt', leaseId: v7() as never, number: 1, reason: 'x' }],
    });
    expect(tried).toMatchObject({ failure: { code: 'not-signed-in' } });
    expect(defects).toEqual(['sign out at start']);
    await again.close();
  });
});
