import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Instant } from '../../shared/base/dates.ts';
import { type Failure, ok, type Result } from '../../shared/base/result.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import { copyEvents } from '../backup/copy-events.ts';
import { syncFolder } from '../disk/durable-writes.ts';
import { exists } from '../disk/exists.ts';
import type { Journal } from '../journal/journal.ts';
import { mendChain } from '../journal/mend-chain.ts';
import { openJournal } from '../journal/open-journal.ts';
import type { SealedFiles } from '../sealed-files/sealed-files.ts';
import { setJournalAside } from './open-copy.ts';
import { markRestored } from './restored-mark.ts';

const BUILDING = 'journal.dang-dung';
/** Has this name only when it is whole. */
const REPAIRED = 'journal.da-sua';

/** What is known of a damaged journal after every copy was looked at. */
export type RepairOutcome =
  /** A whole journal lies ready. */
  | { readonly kind: 'repaired'; readonly events: number }
  /** From `fromSeq` to `toSeq` nobody has it; `dossiers`: codes of those that are known to lie behind the hole. */
  | {
      readonly kind: 'hole';
      readonly fromSeq: number;
      readonly toSeq: number;
      readonly dossiers: readonly string[];
    };

const codesOf = (events: readonly DeskEvent[]): readonly string[] =>
  events.flatMap(({ fact }) => (fact.type === 'dossier-received' ? [fact.code] : []));

/** Puts a repaired journal in its place; the damaged one stays beside it. Every step may be repeated after a power cut. */
export async function finishRepair(profile: string): Promise<boolean> {
  if (!(await exists(join(profile, REPAIRED)))) return false;
  if (await exists(join(profile, 'journal'))) await setJournalAside(profile);
  await rename(join(profile, REPAIRED), join(profile, 'journal'));
  await syncFolder(profile);
  return true;
}

/**
 * Builds a whole journal beside a damaged one, out of what still reads and of every copy: salvaged behind the damage, the
 * backup, the city. `knownSeq`: the highest number that any witness knows of (verdicts, the backup). It is put in place by
 * `finishRepair`, before anything is opened. A hole that no copy fills ends it: the desk stays look-only.
 *
 * Where nothing behind the damage proves how long the journal was, its last facts may be on paper and nowhere else: the
 * desk is marked to ask the city first, before the repair can be put in place [BK-10].
 */
export async function repairJournal(parts: {
  readonly profile: string;
  readonly key: Uint8Array;
  readonly verify: (hash: Uint8Array, signature: string) => boolean;
  readonly damaged: Journal;
  readonly copies: readonly (readonly DeskEvent[])[];
  readonly knownSeq: number;
  readonly values: SealedFiles;
}): Promise<Result<RepairOutcome, Failure>> {
  const { profile, damaged, verify } = parts;
  const head = damaged.head();
  const { missing, beyond } = mendChain(head, [damaged.salvaged, ...parts.copies], verify);
  const reached = missing.at(-1)?.seq ?? head.seq;
  const known = Math.max(parts.knownSeq, beyond.at(-1)?.seq ?? 0);
  if (beyond.length > 0 || reached < known) {
    const toSeq = (beyond[0]?.seq ?? known + 1) - 1;
    return ok({ kind: 'hole', fromSeq: reached + 1, toSeq, dossiers: codesOf(beyond) });
  }
  const lastSalvaged = damaged.salvaged.at(-1)?.seq ?? 0;

  const building = join(profile, BUILDING);
  await rm(building, { recursive: true, force: true });
  const opened = await openJournal({
    dir: building,
    key: parts.key,
    verify,
    sign: () => {
      throw new Error('a repair makes no events');
    },
    newId: () => '',
    now: () => Instant.parse(new Date().toISOString()),
  });
  if (!opened.ok) return opened;
  const { journal } = opened.value;
  const built = await fill(journal, damaged, missing);
  await journal.close();
  if (!built.ok) return built;
  if (lastSalvaged !== reached) {
    const marked = await markRestored(parts.values, 'repaired', reached);
    if (!marked.ok) return marked;
  }
  await rename(building, join(profile, REPAIRED));
  await syncFolder(profile);
  return ok({ kind: 'repaired', events: missing.length });
}

async function fill(
  journal: Journal,
  damaged: Journal,
  missing: readonly DeskEvent[],
): Promise<Result<null, Failure>> {
  const readable = await copyEvents(damaged, journal, () => undefined);
  if (!readable.ok) return readable;
  const rest = await journal.take(missing);
  return rest.ok ? ok(null) : rest;
}
