import { describe, expect, it } from 'vitest';
import { createFactKeeper } from '../../../src/main/bridge/fact-keeper.ts';
import { createOfficerSession } from '../../../src/main/bridge/officer-session.ts';
import type { PinVerifier } from '../../../src/main/officers/verify-pin.ts';
import { fail, ok } from '../../../src/shared/base/result.ts';
import { createEvolveAll } from '../../../src/shared/domain/desk-log/evolve.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import { commandId, ha, minh, NOW, openDesk, sha256Hex, toEvents } from '../../shared/support/a-desk.ts';

/** Hà sits at the desk; Minh's PIN is right, nobody else's is. */
function aSession(diskFull = false) {
  const folded = openDesk();
  const written: [string, string | null][] = [];
  let head = folded.head;
  const facts = createFactKeeper({
    journal: {
      head: () => head,
      append: async (order) => {
        if (diskFull) return fail('disk-full', 'officer-decides');
        const events = toEvents({ ...folded, head }, order.facts as Fact[], order.command, order.by);
        for (const { fact, by } of events) written.push([fact.type, by]);
        const last = events.at(-1);
        if (last !== undefined) head = { seq: last.seq, hash: last.hash };
        return ok({ events, head });
      },
      read: async () => ok({ events: [], head }),
      take: async () => ok({ events: [], head }),
    },
    evolveAll: createEvolveAll({ sha256Hex }),
    folded,
    sha256Hex,
    now: () => NOW,
    ground: () => null,
  });
  const verify: PinVerifier = async (officerId) =>
    officerId === minh.officerId ? ok(minh) : fail('pin-wrong', 'officer-decides', { left: 4 });
  let n = 800;
  return { facts, written, session: createOfficerSession(facts, verify, () => commandId(++n)) };
}

describe('who sits at the desk', () => {
  it('[BR-3] changes when the PIN is right: the one before is signed out first, each in their own name', async () => {
    const { session, facts, written } = aSession();
    expect(await session.signIn(minh.officerId, '246810')).toEqual(ok(minh));
    expect(facts.state().signedIn).toEqual(minh);
    expect(written).toEqual([
      ['officer-signed-out', ha.officerId],
      ['officer-signed-in', minh.officerId],
    ]);
  });

  it('[BR-3] stays when the PIN is wrong, and nothing is written', async () => {
    const { session, facts, written } = aSession();
    expect(await session.signIn(ha.officerId, '0000')).toMatchObject({ failure: { code: 'pin-wrong' } });
    expect(facts.state().signedIn).toEqual(ha);
    expect(written).toEqual([]);
  });

  it('is nobody after signing out; once more is no fact', async () => {
    const { session, facts, written } = aSession();
    await session.signOut();
    expect(await session.signOut()).toEqual(ok({}));
    expect(facts.state().signedIn).toBeNull();
    expect(written).toHaveLength(1);
  });

  it('does not change when it cannot be written', async () => {
    const { session, facts } = aSession(true);
    expect(await session.signIn(minh.officerId, '246810')).toMatchObject({ failure: { code: 'disk-full' } });
    expect(facts.state().signedIn).toEqual(ha);
  });
});
