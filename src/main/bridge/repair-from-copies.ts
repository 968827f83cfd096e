import { type Failure, ok, type Result } from '../../shared/base/result.ts';
import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import { readDescription } from '../backup/backup-folder.ts';
import type { Journal } from '../journal/journal.ts';
import type { MasterKey } from '../keys/open-master-key.ts';
import type { SealedFiles } from '../sealed-files/sealed-files.ts';
import { loadBackupSettings } from './backup-settings.ts';
import { openCopy } from './open-copy.ts';
import { finishRepair, type RepairOutcome, repairJournal } from './repair-journal.ts';

const EVENTS_A_PAGE = 1000;
/** Codes in one sentence; the rest is a number. */
const MOST_NAMED = 5;

type Place = {
  readonly derive: MasterKey['derive'];
  readonly verify: (hash: Uint8Array, signature: string) => boolean;
};

/** Events behind `afterSeq` as the backup has them; none when there is no backup or it is away. */
async function eventsOfBackup(
  values: SealedFiles,
  afterSeq: number,
  { derive, verify }: Place,
): Promise<readonly DeskEvent[]> {
  const settings = await loadBackupSettings(values);
  if (settings === null || (await readDescription(settings.dir)) === null) return [];
  const copy = await openCopy(settings.dir, derive, verify);
  if (!copy.ok) return [];
  const { journal, cityLog } = copy.value;
  const events: DeskEvent[] = [];
  for (let after = afterSeq; ; ) {
    const page = await journal.read({ afterSeq: after, limit: EVENTS_A_PAGE });
    if (!page.ok || page.value.events.length === 0) break;
    events.push(...page.value.events);
    after = page.value.events.at(-1)?.seq ?? after;
  }
  await journal.close();
  await cityLog.close();
  return events;
}

/** What an officer is told of a hole: between which numbers, and which dossiers are known to lie behind it. */
export function holeNotice(hole: Extract<RepairOutcome, { kind: 'hole' }>): StartNotice {
  const { fromSeq, toSeq, dossiers } = hole;
  const named = dossiers.slice(0, MOST_NAMED).join(', ');
  const facts = { from: fromSeq, to: toSeq, count: dossiers.length, dossiers: named };
  return { code: dossiers.length === 0 ? 'journal-hole' : 'journal-hole-dossiers', severity: 'alarm', facts };
}

/**
 * Mends a damaged journal at start where that can be done without the city. `again`: a whole one has been put in its
 * place, open everything again. Where nothing proves how long the journal was, the desk asks the city before it goes on.
 */
export async function repairFromCopies(
  parts: Place & {
    readonly profile: string;
    readonly values: SealedFiles;
    readonly damaged: Journal;
    /** What the journal's own opening found. */
    readonly damage: readonly StartNotice[];
    /** The city has answered up to here. */
    readonly verdictSeq: number;
  },
): Promise<Result<{ readonly again: boolean; readonly findings: readonly StartNotice[] }, Failure>> {
  const { profile, values, damaged, verdictSeq } = parts;
  // Whatever is damaged was whole once: at least one event, or as many commits as the witness counts more.
  const lost = Math.max(1, ...parts.damage.map(({ facts }) => Number(facts.missing ?? 0)));
  const ofBackup = await eventsOfBackup(values, damaged.head().seq, parts);
  const outcome = await repairJournal({
    profile,
    key: parts.derive('journal'),
    verify: parts.verify,
    damaged,
    copies: [ofBackup],
    knownSeq: Math.max(damaged.head().seq + lost, verdictSeq, ofBackup.at(-1)?.seq ?? 0),
    values,
  });
  // A disk without room for a second journal: the desk stays look-only, as without a repair.
  if (!outcome.ok) return ok({ again: false, findings: [] });
  if (outcome.value.kind === 'hole') return ok({ again: false, findings: [holeNotice(outcome.value)] });
  const { events } = outcome.value;
  await damaged.close();
  await finishRepair(profile);
  return ok({ again: true, findings: [{ code: 'journal-repaired', severity: 'told', facts: { events } }] });
}
