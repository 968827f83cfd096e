import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { openDesk } from '../../../src/main/bridge/open-desk.ts';
import { type OpenedParts, openParts, type Parts } from '../../../src/main/bridge/open-parts.ts';
import type { CommandId, OfficerId } from '../../../src/shared/base/ids.ts';
import type { DeskState } from '../../../src/shared/domain/desk-log/desk-state.ts';
import { emptyDeskState } from '../../../src/shared/domain/desk-log/evolve.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import { desk, dossierLease, evolve, ha, NOW, run } from '../../shared/support/a-desk.ts';
import { receive } from '../../shared/support/a-dossier.ts';
import { aFolder, keyring } from './a-profile.ts';

const DOSSIERS = [1, 2, 3, 4, 5];
const lease: Fact = { type: 'number-lease-received', lease: dossierLease(9, 3001, 3100) };
const log = { tell: () => undefined, defect: (where: string) => void console.error(where) };

async function open(profile: string): Promise<OpenedParts> {
  const opened = await openParts({ profile, keyKeeper: keyring, now: () => NOW, newId: () => v7() });
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

async function append({ journal }: Parts, facts: readonly Fact[], by: OfficerId | null = null) {
  const command = v7() as CommandId;
  const appended = await journal.append({ expectedHead: journal.head(), command, by, facts });
  if (!appended.ok) throw new Error(appended.failure.code);
  return appended.value.events;
}

async function close(parts: Parts): Promise<void> {
  await parts.journal.close();
  await parts.cityLog.close();
}

/** A profile whose desk had no code left: five dossiers under provisional ones. */
async function exhausted(): Promise<string> {
  const profile = aFolder();
  const parts = await open(profile);
  let state: DeskState = emptyDeskState;
  const fold = async (facts: readonly Fact[], by: OfficerId | null = null) => {
    for (const event of await append(parts, facts, by)) state = evolve(state, event);
  };
  await fold([
    { type: 'desk-enrolled', desk, deskPublicKey: 'd', cityPublicKey: 'c' },
    { type: 'officer-signed-in', officer: ha },
  ]);
  for (const n of DOSSIERS) await fold(run(state, receive(n)).facts, ha.officerId);
  await close(parts);
  return profile;
}

const copyOf = (profile: string): string => {
  const copy = aFolder();
  cpSync(profile, copy, { recursive: true });
  return copy;
};

const segmentOf = (profile: string): string => {
  const folder = join(profile, 'journal');
  const name = readdirSync(folder)
    .filter((each) => statSync(join(folder, each)).isFile())
    .sort((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size)[0];
  return join(folder, name ?? '');
};

/** Opens the desk, as a start after a power cut does, and says what codes there are when it is at rest. */
async function start(profile: string, arriving: readonly Fact[] = []): Promise<void> {
  const parts = await open(profile);
  const opened = await openDesk(parts, log, () => undefined);
  if (arriving.length > 0) {
    const taken = await opened.facts.appendForDesk(v7() as CommandId, arriving, null);
    expect(taken.ok).toBe(true);
  }
  await expect
    .poll(() => [...opened.facts.state().dossiers.values()].map(({ code }) => code), { timeout: 20_000 })
    .toEqual(DOSSIERS.map((n) => `H26.40.02-261120-300${n}`));
  const all = await parts.journal.read({ afterSeq: 0, limit: 1000 });
  if (!all.ok) throw new Error(all.failure.code);
  const given = all.value.events.flatMap(({ fact }) => (fact.type === 'dossier-code-assigned' ? [fact] : []));
  expect(given.map(({ provisionalCode }) => provisionalCode)).toEqual(
    DOSSIERS.map((n) => `TAM-CN02-Q03-261120-000${n}`),
  );
  await opened.close();
}

describe('final codes for provisional ones', () => {
  it('[DL-13] are given as soon as a block comes, in whatever way', async () => {
    const profile = await exhausted();
    await start(profile, [lease]);
    // Started again there is nothing left to give.
    await start(profile);
  }, 60_000);

  it('[DL-13] exactly once, wherever the power goes: before, inside and after each write', async () => {
    const waiting = await exhausted();
    const lent = copyOf(waiting);
    const parts = await open(lent);
    await append(parts, [lease]);
    await close(parts);
    // The block came and the power went before a single code was given.
    const done = copyOf(lent);
    await start(done);
    const before = statSync(segmentOf(lent)).size;
    const whole = readFileSync(segmentOf(done));
    expect(whole.length).toBeGreaterThan(before);
    // Inside the write of the codes: nothing else of the profile had been written yet.
    for (const share of [0, 0.01, 0.3, 0.6, 0.99, 1]) {
      const cut = copyOf(lent);
      const bytes = before + Math.floor((whole.length - before) * share);
      writeFileSync(segmentOf(cut), whole.subarray(0, bytes));
      await start(cut);
    }
  }, 120_000);
});
