import { describe, expect, it } from 'vitest';
import { createFactKeeper, type FactJournal } from '../../../src/main/bridge/fact-keeper.ts';
import { fail, ok } from '../../../src/shared/base/result.ts';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import { createEvolveAll } from '../../../src/shared/domain/desk-log/evolve.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import {
  commandId,
  context,
  desk,
  dossierId,
  ha,
  minh,
  NOW,
  openDesk,
  run,
  sha256Hex,
  slipLease,
  toEvents,
  withOfficer,
} from '../../shared/support/a-desk.ts';
import { receive } from '../../shared/support/a-dossier.ts';

const start = openDesk();
const intake = run(start, receive(1));

/** A keeper on a journal in memory that behaves as the real one: head checked, a command makes its events once. */
function keeperOn(folded: DeskState) {
  const events: DeskEvent[] = [];
  let head = folded.head;
  const journal: FactJournal = {
    head: () => head,
    append: async ({ expectedHead, command, by, facts }) => {
      await new Promise((soon) => setTimeout(soon, 1));
      const done = events.filter((event) => event.command === command);
      if (done.length > 0) return ok({ events: done, head });
      if (expectedHead.hash !== head.hash) return fail('head-moved', 'retry-later');
      const made = toEvents({ ...folded, head }, facts, command, by);
      events.push(...made);
      const last = made.at(-1);
      if (last !== undefined) head = { seq: last.seq, hash: last.hash };
      return ok({ events: made, head });
    },
    read: async ({ afterSeq, limit }) =>
      ok({ events: events.filter(({ seq }) => seq > afterSeq).slice(0, limit), head }),
    take: async (offered) => {
      const [first] = offered;
      if (first !== undefined && first.prev !== head.hash)
        return fail('events-do-not-follow', 'call-support');
      events.push(...offered);
      const last = offered.at(-1);
      if (last !== undefined) head = { seq: last.seq, hash: last.hash };
      return ok({ events: offered, head });
    },
  };
  const keeper = createFactKeeper({
    journal,
    evolveAll: createEvolveAll({ sha256Hex }),
    folded,
    sha256Hex,
    now: () => NOW,
    ground: () => context,
  });
  const codeOf = async (
    facts: readonly Fact[],
    command = commandId(500),
    expectedHead = keeper.state().head,
  ) => {
    const appended = await keeper.appendForOfficer({ expectedHead, command, facts });
    return appended.ok ? 'made' : appended.failure.code;
  };
  return { keeper, events, codeOf };
}

describe("the window's facts", () => {
  it('[BR-4] an honest intake is made, and folded at once', async () => {
    const { keeper, codeOf, events } = keeperOn(start);
    expect(await codeOf(intake.facts)).toBe('made');
    expect(keeper.state().dossiers.get(dossierId(1))?.status).toBe('submitted');
    expect(events.every(({ by }) => by === ha.officerId)).toBe(true);
  });

  it('[BR-3] the desk’s own word is refused from the window', async () => {
    const foreign: Fact[] = [
      { type: 'officer-signed-in', officer: minh },
      { type: 'officer-signed-out', officerId: ha.officerId },
      { type: 'number-lease-received', lease: slipLease(9, 500, 600) },
      { type: 'desk-enrolled', desk, deskPublicKey: 'd', cityPublicKey: 'c' },
    ];
    const { codeOf, events } = keeperOn(start);
    for (const fact of foreign) expect(await codeOf([fact])).toBe('fact-not-for-window');
    expect(events).toEqual([]);
  });

  it('[BR-3] the author is who signed in here: whoever the window believes to be, it writes as Hà', async () => {
    const { keeper, events } = keeperOn(start);
    const forged = {
      expectedHead: start.head,
      command: commandId(1),
      facts: intake.facts,
      by: minh.officerId,
    };
    expect((await keeper.appendForOfficer(forged)).ok).toBe(true);
    expect(new Set(events.map(({ by }) => by))).toEqual(new Set([ha.officerId]));
  });

  it('[BR-3] without anybody signed in nothing is made', async () => {
    const { codeOf } = keeperOn({ ...start, signedIn: null });
    expect(await codeOf(intake.facts)).toBe('not-signed-in');
  });

  it('[BR-4] nobody approves a dossier of their own, and no reception officer any', async () => {
    const dossier = intake.state.dossiers.get(dossierId(1));
    if (dossier === undefined) throw new Error('no dossier');
    const approved: Fact = {
      type: 'dossier-approved',
      dossierId: dossier.dossierId,
      contentHash: dossier.contentHash,
    };
    const own = withOfficer(intake.state, { ...ha, role: 'branch-supervisor' });
    expect(await keeperOn(own).codeOf([approved])).toBe('own-dossier');
    expect(await keeperOn(intake.state).codeOf([approved])).not.toBe('made');
    expect(await keeperOn(withOfficer(intake.state, minh)).codeOf([approved])).toBe('made');
  });

  it('[BR-4] a number twice, or a slip left out, is refused whole', async () => {
    const { codeOf, events } = keeperOn(start);
    const noSlip = intake.facts.filter(({ type }) => type !== 'intake-slip-issued');
    expect(await codeOf(noSlip)).toBe('commit-incomplete');
    expect(events).toEqual([]);
  });

  it('[BR-5] a repeated command gives its facts again, also after others, also on an old head', async () => {
    const { keeper, codeOf, events } = keeperOn(start);
    expect(await codeOf(intake.facts, commandId(1))).toBe('made');
    const lease: Fact = { type: 'number-lease-received', lease: slipLease(9, 500, 600) };
    expect((await keeper.appendForDesk(commandId(2), [lease], null)).ok).toBe(true);
    const { length } = events;
    expect(await codeOf(intake.facts, commandId(1), start.head)).toBe('made');
    expect((await keeper.appendForDesk(commandId(2), [lease], null)).ok).toBe(true);
    expect(events).toHaveLength(length);
  });

  it('[BR-6] a decision on an old head is sent back to be made again, not judged', async () => {
    const { codeOf } = keeperOn(start);
    expect(await codeOf(intake.facts, commandId(1))).toBe('made');
    // The guard would say that the dossier is there; but the window has only not heard of it yet.
    expect(await codeOf(intake.facts, commandId(2), start.head)).toBe('head-moved');
    expect(await codeOf(intake.facts, commandId(2))).toBe('dossier-already-received');
  });

  it('[BR-7] facts that come at the same moment are judged each on what the other left', async () => {
    const { keeper, events } = keeperOn(start);
    const lease = (n: number): Fact => ({ type: 'number-lease-received', lease: slipLease(n, 500, 600) });
    const both = await Promise.all([
      keeper.appendForDesk(commandId(1), [lease(8)], null),
      keeper.appendForDesk(commandId(2), [lease(9)], null),
      keeper.appendForOfficer({ expectedHead: start.head, command: commandId(3), facts: intake.facts }),
    ]);
    expect(both.map((result) => (result.ok ? 'made' : result.failure.code))).toEqual([
      'made',
      'lease-overlaps',
      'head-moved',
    ]);
    expect(events).toHaveLength(1);
  });
});

describe("the desk's own facts", () => {
  it('[BR-4] are judged too: nobody is signed out who is not there, no second enrolment, no officer’s fact', async () => {
    const { keeper } = keeperOn(start);
    const codeOf = async (fact: Fact) => {
      const appended = await keeper.appendForDesk(commandId(600), [fact], null);
      return appended.ok ? 'made' : appended.failure.code;
    };
    expect(await codeOf({ type: 'officer-signed-out', officerId: minh.officerId })).toBe('not-signed-in');
    expect(await codeOf({ type: 'desk-enrolled', desk, deskPublicKey: 'd', cityPublicKey: 'c' })).toBe(
      'desk-already-enrolled',
    );
    expect(await codeOf(intake.facts[0] as Fact)).toBe('fact-needs-officer');
    expect(await codeOf({ type: 'officer-signed-out', officerId: ha.officerId })).toBe('made');
  });
});

describe('a desk in whose name another goes on', () => {
  const elsewhere = fail('desk-continued-elsewhere', 'call-support').failure;

  it('[BK-7] stays so, whatever the city answers', async () => {
    const { keeper, codeOf, events } = keeperOn(start);
    keeper.standDown(elsewhere);
    const nothingNew = { events: [], head: { seq: 0, hash: '0'.repeat(64) } };
    expect(await keeper.heal(nothingNew, () => [], commandId(9))).toMatchObject({ failure: elsewhere });
    expect(await codeOf(intake.facts)).toBe(elsewhere.code);
    expect(events).toEqual([]);
  });
});
