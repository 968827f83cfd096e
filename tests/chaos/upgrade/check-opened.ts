import { join } from 'node:path';
import { createDraftKeeper } from '../../../src/main/bridge/draft-keeper.ts';
import { openMasterKey } from '../../../src/main/keys/open-master-key.ts';
import { openSealedFiles } from '../../../src/main/sealed-files/sealed-files.ts';
import type { DeskAtLine } from '../line/desk-at-line.ts';
import type { Violation } from '../violation.ts';
import type { MadeProfile } from './made-profile.ts';

/** What an upgrade may say of a profile that lay still and whole; power cuts in the first opening add the tail. */
const EXPECTED = new Set(['no-keyring', 'journal-tail-cut', 'city-log-tail-cut']);

/**
 * The desk, opened by today's program and still without a line, against what the older program wrote down: every fact with
 * the hash it had (I1), every dossier on a row with its content, status and code (I6), all that was unsent still waiting.
 */
export async function checkOpened(desk: DeskAtLine, made: MadeProfile): Promise<readonly Violation[]> {
  const found: Violation[] = [];
  const say = (rule: string, what: string): void => void found.push({ rule, what });
  const truth = await desk.ask<'truth'>({ do: 'truth', afterSeq: 0 });
  if (!truth.ok) return [{ rule: 'I1', what: `the journal does not read: ${truth.failure.code}` }];
  const { events, dossiers, findings, line } = truth.value;
  const changed = made.hashes.filter((hash, index) => events[index]?.hash !== hash).length;
  if (changed > 0)
    say('I1', `${changed} of ${made.hashes.length} facts are not what the older program wrote`);
  for (const code of findings) if (!EXPECTED.has(code)) say('truth', `opening an older profile says ${code}`);

  const shown = new Map(dossiers.map((dossier) => [dossier.dossierId, dossier]));
  const sent = new Set(made.sent);
  for (const { dossierId, printed, status, contentHash } of made.given) {
    const row = shown.get(dossierId);
    if (row === undefined) {
      say('I6', `${printed.code} is on no row`);
      continue;
    }
    if (row.contentHash !== contentHash) say('I1', `${printed.code} has another content hash`);
    if (row.code !== printed.code) say('I2', `${printed.code} is called ${row.code}`);
    if (row.status !== status) say('I1', `${printed.code} was ${status} and is ${row.status}`);
    const standing = sent.has(dossierId) ? 'complete' : 'waiting';
    if (row.city !== standing) say('truth', `${printed.code} stands as ${row.city}, not as ${standing}`);
  }
  const unsent = made.given.length - made.sent.length;
  if ((line?.unsentDossiers ?? 0) < unsent)
    say('I6', `the line counts ${line?.unsentDossiers} unsent dossiers of ${unsent}`);
  return found;
}

/** The drafts that the older program left, read as the desk reads them. Only while no desk is open. */
export async function checkDrafts(profile: string, made: MadeProfile): Promise<readonly Violation[]> {
  const key = await openMasterKey({
    dir: join(profile, 'keys'),
    keyKeeper: { isAvailable: async () => false, encrypt: async (b) => b, decrypt: async (b) => b },
    sealedData: [],
    passphrase: made.passphrase,
  });
  if (!key.ok) return [{ rule: 'I1', what: `the master key does not open: ${key.failure.code}` }];
  const files = await openSealedFiles({ dir: join(profile, 'drafts'), key: key.value.derive('drafts') });
  if (!files.ok) return [{ rule: 'I1', what: `the drafts do not open: ${files.failure.code}` }];
  const kept = await createDraftKeeper(files.value, () => undefined).list();
  const there = new Set(kept.ok ? kept.value.drafts.map(({ draftId }) => draftId) : []);
  return made.drafts
    .filter((draftId) => !there.has(draftId))
    .map((draftId) => ({ rule: 'I1', what: `draft ${draftId} does not open` }));
}
