import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { createCityHearing } from '../../../src/main/bridge/city-hearing.ts';
import { createFactKeeper } from '../../../src/main/bridge/fact-keeper.ts';
import { openDesk } from '../../../src/main/bridge/open-desk.ts';
import { type OpenedParts, openParts, type Parts } from '../../../src/main/bridge/open-parts.ts';
import { createOutstanding, type Outstanding } from '../../../src/main/city/outstanding.ts';
import { tellOutstanding } from '../../../src/main/city/tell-outstanding.ts';
import type { CommandId, OfficerId } from '../../../src/shared/base/ids.ts';
import type { CityMessage } from '../../../src/shared/contracts/city/events.ts';
import type { DeskEvent } from '../../../src/shared/domain/desk-log/desk-event.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import { createEvolveAll, emptyDeskState } from '../../../src/shared/domain/desk-log/evolve.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import { desk, dossierId, evolve, ha, NOW, run, sha256Hex } from '../../shared/support/a-desk.ts';
import { receive } from '../../shared/support/a-dossier.ts';
import { aFolder, keyring } from './a-profile.ts';

const evolveAll = createEvolveAll({ sha256Hex });
const silent = { tell: () => undefined, defect: (where: string) => void console.error(where) };

async function open(profile: string): Promise<OpenedParts> {
  const opened = await openParts({ profile, keyKeeper: keyring, now: () => NOW, newId: () => v7() });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

async function close({ journal, cityLog }: Parts): Promise<void> {
  await journal.close();
  await cityLog.close();
}

let said = 0;
const statement = (body: Record<string, unknown>) => {
  said += 1;
  return { body: { deskId: desk.deskId, at: NOW, ...body }, keyId: 'k', signature: `s${said}` };
};
const verdict = ({ seq, hash }: DeskEvent, outcome: 'accepted' | 'refused', otherHash?: string) =>
  ({
    kind: 'verdict',
    statement: statement({
      ...{ seq, outcome, hash: otherHash ?? hash, reason: '' },
      reasonCode: outcome === 'refused' ? 'cannot-store' : '',
    }),
  }) as unknown as CityMessage;
const told = (cursor: number, what: Record<string, unknown>) =>
  ({ kind: 'city-event', statement: statement({ cursor, what }) }) as unknown as CityMessage;

/**
 * A desk with six dossiers, of which the city took some, refused one, spoke of one that this log does not hold, said one
 * whole, was put back and said another word under that cursor, and knows nothing of the last.
 */
async function aWorkedProfile(): Promise<string> {
  const profile = aFolder();
  const parts = await open(profile);
  const events: DeskEvent[] = [];
  let state: DeskState = emptyDeskState;
  const append = async (facts: readonly Fact[], by: OfficerId | null): Promise<void> => {
    const { journal } = parts;
    const order = { expectedHead: journal.head(), command: v7() as CommandId, by, facts };
    const appended = await journal.append(order);
    if (!appended.ok) throw new Error(appended.failure.code);
    events.push(...appended.value.events);
    for (const event of appended.value.events) state = evolve(state, event);
  };
  const cityUrl = 'http://127.0.0.1:9';
  await append([{ type: 'desk-enrolled', desk, deskPublicKey: 'd', cityPublicKey: 'c', cityUrl }], null);
  await append([{ type: 'officer-signed-in', officer: ha }], null);
  for (const n of [1, 2, 3, 4, 5, 6]) await append(run(state, receive(n)).facts, ha.officerId);
  const contentOf = (n: number): DeskEvent => {
    const found = events.find(({ fact }) => 'content' in fact && fact.dossierId === dossierId(n));
    if (found === undefined) throw new Error(`no dossier ${n}`);
    return found;
  };
  const whole = (n: number, cursor: number): CityMessage =>
    told(cursor, { type: 'dossier-complete', dossierId: dossierId(n), seq: contentOf(n).seq, pages: [] });
  const judgedUpTo = contentOf(5).seq;
  const verdicts = events
    .filter(({ seq }) => seq <= judgedUpTo)
    .map((event) =>
      event === contentOf(4)
        ? verdict(event, 'accepted', 'f'.repeat(64))
        : verdict(event, event === contentOf(3) ? 'refused' : 'accepted'),
    );
  for (const messages of [
    verdicts,
    [whole(1, 1), told(2, { type: 'of-next-year', x: 1 })],
    [whole(2, 2), told(3, { type: 'pages-wanted', dossierId: dossierId(1), pages: [] })],
    [verdict(contentOf(4), 'accepted')],
  ]) {
    const kept = await parts.cityLog.append(messages);
    expect(kept.ok).toBe(true);
  }
  await close(parts);
  return profile;
}

const seen = ({ head, signedIn, desk: named, dossiers, officers, leases, commands }: DeskState) => ({
  ...{ head, signedIn, named },
  ...{ dossiers: [...dossiers], officers: [...officers], leases: [...leases], commands: [...commands] },
});
const seenByLine = (outstanding: Outstanding) => ({
  ...{ dossiers: outstanding.dossiers(), counts: outstanding.counts(), pages: outstanding.pages() },
  ...{ head: outstanding.headSeq(), verdicts: outstanding.verdictSeq(), cursor: outstanding.feedCursor() },
  lastWord: outstanding.lastWord(),
});

/** What comes out when journal and city log are read after they were opened, each by itself. */
async function readAfterwards(parts: Parts) {
  const { journal, cityLog } = parts;
  const page = await journal.read({ afterSeq: 0, limit: 10_000 });
  if (!page.ok) throw new Error(page.failure.code);
  const folded = evolveAll(emptyDeskState, page.value.events);
  const keeper = createFactKeeper({
    journal,
    evolveAll,
    folded,
    sha256Hex,
    now: () => NOW,
    ground: () => null,
  });
  await createCityHearing({ journal, cityLog }, keeper, 0).hear();
  const outstanding = createOutstanding();
  await tellOutstanding({ journal, cityLog, log: () => undefined }, outstanding);
  return { state: seen(keeper.state()), line: seenByLine(outstanding), heardUpTo: cityLog.last() };
}

describe('what the logs say while they are opened', () => {
  it('[BR-17] is what reading them afterwards gives: facts, the city’s words, what is to be sent', async () => {
    const parts = await open(await aWorkedProfile());
    const { atStart } = parts;
    const expected = await readAfterwards(parts);
    expect(seen(atStart.state)).toEqual(expected.state);
    expect(seenByLine(atStart.outstanding)).toEqual(expected.line);
    expect(atStart.heardUpTo).toBe(expected.heardUpTo);
    const standings = [1, 2, 3, 4, 5, 6].map((n) => atStart.state.dossiers.get(dossierId(n))?.city.kind);
    expect(new Set(standings).size).toBeGreaterThan(2);
    await close(parts);
  });

  it('[BR-17] is what still reads when a record in the middle is damaged', async () => {
    const profile = await aWorkedProfile();
    for (const log of ['journal', 'city-log']) {
      const segment = join(
        profile,
        log,
        readdirSync(join(profile, log)).filter((n) => n.endsWith('.seg'))[0] ?? '',
      );
      const bytes = readFileSync(segment);
      const written = bytes.findLastIndex((byte) => byte !== 0);
      const middle = Math.floor(written / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      writeFileSync(segment, bytes);
    }
    const parts = await open(profile);
    expect(parts.journal.damaged).toBe(true);
    const expected = await readAfterwards(parts);
    expect(seen(parts.atStart.state)).toEqual(expected.state);
    expect(seenByLine(parts.atStart.outstanding)).toEqual(expected.line);
    expect(parts.atStart.state.head).toEqual(parts.journal.head());
    await close(parts);
  });

  it('[BR-17] nobody reads it again: neither the fold nor the guard’s ear nor the line', async () => {
    const parts = await open(await aWorkedProfile());
    const headAtOpening = parts.journal.head().seq;
    const readAgain: number[] = [];
    const journal: Parts['journal'] = {
      ...parts.journal,
      read: async (range) => {
        const page = await parts.journal.read(range);
        if (page.ok) readAgain.push(...page.value.events.map(({ seq }) => seq));
        return page;
      },
    };
    let wordsAgain = 0;
    const cityLog: Parts['cityLog'] = {
      ...parts.cityLog,
      read: async (range) => {
        const page = await parts.cityLog.read(range);
        if (page.ok) wordsAgain += page.value.messages.length;
        return page;
      },
    };
    const atWork = await openDesk({ ...parts, journal, cityLog }, silent, () => undefined);
    await atWork.startLine(null);
    await expect.poll(() => atWork.line()?.status().state, { timeout: 60_000 }).toBe('city-unreachable');
    await atWork.facts.hear(async () => []);
    // The enrolment, for the city's address; and the sign-out of whoever sat here before, which came after.
    expect(readAgain.filter((seq) => seq > 1 && seq <= headAtOpening)).toEqual([]);
    expect(wordsAgain).toBe(0);
    const { unsentEvents, unsentDossiers } = atWork.line()?.status() ?? {};
    const outstanding = createOutstanding();
    await tellOutstanding({ ...parts, log: () => undefined }, outstanding);
    expect({ unsentEvents, unsentDossiers }).toEqual({
      unsentEvents: outstanding.counts().unsentEvents,
      unsentDossiers: outstanding.counts().unsentDossiers,
    });
    // A second line reads for itself and comes to the same.
    await atWork.startLine('http://127.0.0.1:9');
    await expect.poll(() => atWork.line()?.status().state, { timeout: 60_000 }).toBe('city-unreachable');
    expect(atWork.line()?.status().unsentEvents).toBe(unsentEvents);
    expect(readAgain).toContain(headAtOpening);
    await atWork.close();
  });
});
