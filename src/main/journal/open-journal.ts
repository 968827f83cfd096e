import { createSecretKey } from 'node:crypto';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import { isFactType } from '../../shared/domain/desk-log/fact.ts';
import type { DiskFailure } from '../disk/disk-failure.ts';
import { follows, isSignedBy } from './event-chain.ts';
import { type Journal, type JournalPorts, parseCommit, startJournal } from './journal.ts';
import { createJournalIndex } from './journal-index.ts';
import type { LogFile } from './log-file.ts';
import { openSealedLog } from './sealed-log.ts';

export type JournalOptions = JournalPorts & {
  /** Folder of its own; made when it is not there. */
  readonly dir: string;
  /** 32 bytes, derived for the journal alone. */
  readonly key: Uint8Array;
  /** A segment is closed before it would grow over this; 8 MiB when left out. */
  readonly segmentBytes?: number;
  /** `farDisk` for a copy on a share; the desk's own disk when left out. */
  readonly file?: LogFile;
  /** Given every commit once it is checked, in order, and nothing behind damage: what `read` will give. */
  readonly onChecked?: (events: readonly DeskEvent[]) => void;
};

const EIGHT_MIB = 8 * 1024 * 1024;

/**
 * An Ed25519 check costs more than everything else on an event together, and the seal already proves that this
 * desk wrote it: every event of the first and newest commits is checked, of the others one in so many.
 */
const SIGNATURES_SAMPLED_ONE_IN = 64;

/**
 * Opens the journal, reads and checks all of it: seals, chain, numbers without gaps, hashes, a sample of signatures.
 * Findings (for the start report): `journal-tail-cut` (told), `journal-witness-lost` (look), `journal-damaged` (alarm:
 * what is before the damage reads, nothing is overwritten, appends are refused).
 * Failures: `journal-key-wrong`, `disk-full`, `disk-error`; `profile-newer`: a newer program wrote here, and nothing was
 * changed [JR-22].
 */
export async function openJournal(
  options: JournalOptions,
): Promise<
  Result<
    { readonly journal: Journal; readonly findings: readonly StartNotice[] },
    DiskFailure | Failure<'journal-key-wrong'> | Failure<'profile-newer'>
  >
> {
  const index = createJournalIndex();
  const salvaged: DeskEvent[] = [];
  let newest: readonly DeskEvent[] = [];

  const isSigned = (event: DeskEvent): boolean => isSignedBy(options.verify, event);

  const opened = await openSealedLog({
    dir: options.dir,
    key: createSecretKey(options.key),
    stream: 'journal',
    segmentBytes: options.segmentBytes ?? EIGHT_MIB,
    ...(options.file === undefined ? {} : { file: options.file }),
    afterDamage: 'refuse',
    accept: (payload, place) => {
      const events = parseCommit(payload);
      if (events.some(({ fact }) => !isFactType(fact.type))) return 'newer';
      let head = index.head();
      for (const event of events) {
        if (!follows(head, event)) return false;
        const sampled = event.seq === 1 || event.seq % SIGNATURES_SAMPLED_ONE_IN === 0;
        if (sampled && !isSigned(event)) return false;
        head = event;
      }
      index.add(events, place);
      options.onChecked?.(events);
      newest = events;
      return true;
    },
    acceptSalvaged: (payload) => salvaged.push(...parseCommit(payload)),
  });
  if (!opened.ok) {
    const { failure } = opened;
    return failure.code === 'log-key-wrong'
      ? fail('journal-key-wrong', 'call-support')
      : { ok: false, failure };
  }
  const findings = [...opened.value.findings];
  const unsigned = newest.find((event) => !isSigned(event));
  if (unsigned !== undefined) {
    findings.push({ code: 'journal-signature-wrong', severity: 'alarm', facts: { seq: unsigned.seq } });
  }
  return ok({ journal: startJournal(opened.value.log, index, salvaged, options), findings });
}
