import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../../shared/base/dates.ts';
import { type Failure, ok, type Result } from '../../shared/base/result.ts';
import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { type CityLog, openCityLog } from '../journal/city-log.ts';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/open-journal.ts';
import { type KeyKeeper, type MasterKey, openMasterKey } from '../keys/open-master-key.ts';
import {
  type DocumentStore,
  openDocumentStore,
  openPageStore,
  type PageStore,
} from '../page-store/page-store.ts';
import { openSealedFiles, type SealedFiles } from '../sealed-files/sealed-files.ts';
import { type DeskSigner, openDeskSigner } from '../signing/desk-signer.ts';
import { checkProfileForm, markProfileForm } from './profile-form.ts';
import { type AtStart, createReadingAtStart } from './read-at-start.ts';
import { repairFromCopies } from './repair-from-copies.ts';
import { finishRepair } from './repair-journal.ts';
import { finishRestore } from './restore-desk.ts';

/** Everything durable of the desk, opened and checked. */
export type Parts = {
  readonly profile: string;
  readonly masterKey: MasterKey;
  readonly sealedFiles: SealedFiles;
  readonly signer: DeskSigner;
  readonly journal: Journal;
  readonly cityLog: CityLog;
  readonly pages: PageStore;
  readonly documents: DocumentStore;
  /** Copies of drafts, one a file, by the draft's id. */
  readonly draftFiles: SealedFiles;
  readonly findings: readonly StartNotice[];
};

/** As they are right after opening. */
export type OpenedParts = Parts & { readonly atStart: AtStart };

/** Folders that hold what the master key sealed: as long as one is there, no new key may hide that it is lost. */
const SEALED = ['values', 'journal', 'city-log', 'pages', 'documents', 'drafts'] as const;

const hasFacts = async (journalDir: string): Promise<boolean> =>
  (await readdir(journalDir).catch(() => [])).length > 0;

/**
 * Opens what lies in the profile, in the order in which one needs the other: master key, sealed values, signing key,
 * journal, city log, pages. Stops at the first that cannot be opened and passes its failure on; nothing is made anew
 * that could hide a loss. `profile-newer`: a newer program has written there; nothing is opened and nothing changed.
 */
export async function openParts(options: {
  readonly profile: string;
  readonly keyKeeper: KeyKeeper;
  readonly passphrase?: string;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** `no`: a damaged journal is opened as it is (it has just been looked at). */
  readonly repairs?: 'no';
}): Promise<Result<OpenedParts, Failure>> {
  const at = (name: string): string => join(options.profile, name);
  const findings: StartNotice[] = [];
  const form = await checkProfileForm(options.profile);
  if (!form.ok) return form;
  try {
    // What a power cut left in the middle of being put in place, before anything is opened.
    if (await finishRestore(options.profile))
      findings.push({ code: 'desk-restored', severity: 'told', facts: {} });
    if (await finishRepair(options.profile))
      findings.push({ code: 'journal-repaired', severity: 'told', facts: {} });
  } catch (thrown) {
    return diskFailure(thrown);
  }
  const begun = await hasFacts(at('journal'));

  const masterKey = await openMasterKey({
    dir: at('keys'),
    keyKeeper: options.keyKeeper,
    sealedData: SEALED.map(at),
    passphrase: options.passphrase,
  });
  if (!masterKey.ok) return masterKey;
  const { derive } = masterKey.value;

  const sealedFiles = await openSealedFiles({ dir: at('values'), key: derive('sealed-files') });
  if (!sealedFiles.ok) return sealedFiles;
  const draftFiles = await openSealedFiles({ dir: at('drafts'), key: derive('drafts') });
  if (!draftFiles.ok) return draftFiles;
  const signer = await openDeskSigner({ store: sealedFiles.value, mayCreate: !begun });
  if (!signer.ok) return signer;

  const reading = createReadingAtStart();
  const journal = await openJournal({
    dir: at('journal'),
    key: derive('journal'),
    sign: signer.value.sign,
    verify: signer.value.verifyOwn,
    now: options.now,
    newId: options.newId,
    onChecked: reading.takeEvents,
  });
  if (!journal.ok) return journal;
  const cityLog = await openCityLog({
    dir: at('city-log'),
    key: derive('city-log'),
    onFound: reading.takeWords,
  });
  if (!cityLog.ok) return cityLog;
  if (journal.value.journal.damaged && options.repairs !== 'no') {
    const repaired = await repairFromCopies({
      profile: options.profile,
      derive,
      verify: signer.value.verifyOwn,
      values: sealedFiles.value,
      damaged: journal.value.journal,
      damage: journal.value.findings,
      verdictSeq: cityLog.value.cityLog.nextUnansweredSeq() - 1,
    });
    if (!repaired.ok) return repaired;
    findings.push(...repaired.value.findings);
    if (repaired.value.again) {
      await journal.value.journal.close();
      await cityLog.value.cityLog.close();
      const again = await openParts({ ...options, repairs: 'no' });
      return again.ok ? ok({ ...again.value, findings: [...findings, ...again.value.findings] }) : again;
    }
  }
  const pages = await openPageStore({ dir: at('pages'), key: derive('pages') });
  if (!pages.ok) return pages;
  const documents = await openDocumentStore({ dir: at('documents'), key: derive('documents') });
  if (!documents.ok) return documents;

  // A full disk keeps nobody from working: what is written is of this form, noted or not.
  await markProfileForm(options.profile);

  return ok({
    profile: options.profile,
    masterKey: masterKey.value,
    sealedFiles: sealedFiles.value,
    signer: signer.value,
    journal: journal.value.journal,
    cityLog: cityLog.value.cityLog,
    pages: pages.value,
    documents: documents.value,
    draftFiles: draftFiles.value,
    atStart: reading.end(),
    findings: [...findings, ...journal.value.findings, ...cityLog.value.findings],
  });
}
