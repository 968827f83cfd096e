import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseRecoveryCode } from '../../shared/base/recovery-code.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import { readDescription } from '../backup/backup-folder.ts';
import { copyEvents } from '../backup/copy-events.ts';
import { createValueCopy } from '../backup/copy-values.ts';
import { createWordCopy } from '../backup/copy-words.ts';
import type { DeskParts } from '../backup/ports.ts';
import { diskFailure } from '../disk/disk-failure.ts';
import { ensureFolder, syncFolder } from '../disk/durable-writes.ts';
import { exists } from '../disk/exists.ts';
import { ownDisk } from '../journal/log-file.ts';
import { type KeyKeeper, recoverMasterKey } from '../keys/open-master-key.ts';
import { openDeskSigner } from '../signing/desk-signer.ts';
import { saveBackupSettings } from './backup-settings.ts';
import { openCopy, openValues } from './open-copy.ts';
import { markRestored } from './restored-mark.ts';

const STAGED = 'dang-dung-lai';
/** The folder has this name only when everything in it is whole. */
const COMPLETE = 'dung-lai-xong';
/** What a restore brings; documents are made again from facts. */
const BROUGHT = ['keys', 'values', 'journal', 'city-log', 'pages', 'drafts'] as const;
const ANEW = ['documents'] as const;

/**
 * Puts a restored desk in its place, before anything of the profile is opened; what lay there had no fact in it. Every
 * step may be repeated after a power cut. Leftovers of a restore that never became whole are removed.
 */
export async function finishRestore(profile: string): Promise<boolean> {
  await rm(join(profile, STAGED), { recursive: true, force: true });
  const complete = join(profile, COMPLETE);
  if (!(await exists(complete))) return false;
  for (const name of BROUGHT) {
    if (!(await exists(join(complete, name)))) continue;
    await rm(join(profile, name), { recursive: true, force: true });
    await rename(join(complete, name), join(profile, name));
  }
  for (const name of ANEW) await rm(join(profile, name), { recursive: true, force: true });
  await syncFolder(profile);
  await rm(complete, { recursive: true, force: true });
  return true;
}

async function copyAll(from: DeskParts, to: DeskParts): Promise<Result<null, Failure>> {
  const events = await copyEvents(from.journal, to.journal, () => undefined);
  if (!events.ok) return events;
  const words = await createWordCopy(from.cityLog)(to.cityLog);
  if (!words.ok) return words;
  return createValueCopy(from.drafts, { isCopied: () => true, isOver: () => false })(to.drafts);
}

/**
 * Prepares, beside a profile without any fact, the desk that lies in a backup; `finishRestore` puts it in place. Pages are
 * not waited for: the desk takes them back from the copy while it works. What the copy's journal no longer reads is left
 * to the city, which is asked before the desk makes anything (`settle-desk.ts`).
 * Failures: `backup-away`, those of `parseRecoveryCode`, `recovery-code-wrong`, `backup-without-key`, `backup-empty`,
 * `new-passphrase-needed`, disk failures.
 */
export async function prepareRestore(options: {
  readonly profile: string;
  readonly keyKeeper: KeyKeeper;
  readonly passphrase?: string | undefined;
  /** The copy's own folder, `FoundBackup.folder`; copying goes on there. */
  readonly dir: string;
  readonly recoveryCode: string;
}): Promise<Result<{ readonly seq: number }, Failure>> {
  const { profile, dir } = options;
  const description = await readDescription(dir);
  if (description === null) return fail('backup-away', 'officer-decides');
  const code = parseRecoveryCode(options.recoveryCode);
  if (!code.ok) return code;
  const key = await recoverMasterKey(description.key, code.value, description.fingerprint);
  if (key === null) return fail('recovery-code-wrong', 'officer-decides');

  const staged = join(profile, STAGED);
  try {
    await rm(staged, { recursive: true, force: true });
    await ensureFolder(staged);
    const { keyKeeper, passphrase } = options;
    const installed = await key.install({ dir: join(staged, 'keys'), keyKeeper, passphrase });
    if (!installed.ok) return installed;

    const values = await openValues(staged, key.derive);
    if (!values.ok) return values;
    const kept = await openValues(dir, key.derive);
    if (!kept.ok) return kept;
    const brought = await createValueCopy(kept.value, { isCopied: () => true, isOver: () => false })(
      values.value,
    );
    if (!brought.ok) return brought;
    const signer = await openDeskSigner({ store: values.value, mayCreate: false });
    if (!signer.ok) return fail('backup-without-key', 'call-support');

    const from = await openCopy(dir, key.derive, signer.value.verifyOwn);
    if (!from.ok) return from;
    const to = await openCopy(staged, key.derive, signer.value.verifyOwn, ownDisk);
    if (!to.ok) return to;
    const copied = await copyAll(from.value, to.value);
    const { seq } = to.value.journal.head();
    for (const parts of [from.value, to.value]) {
      await parts.journal.close();
      await parts.cityLog.close();
    }
    if (!copied.ok) return copied;
    if (seq === 0) return fail('backup-empty', 'call-support');

    const marked = await markRestored(values.value, 'restored', seq);
    if (!marked.ok) return marked;
    const settings = {
      folder: dirname(dir),
      dir,
      owner: randomUUID(),
      takesOverFrom: description.owner,
    };
    const settled = await saveBackupSettings(values.value, settings);
    if (!settled.ok) return settled;
    // From here on it is whole: the name says so, and the rename is all or nothing.
    await rename(staged, join(profile, COMPLETE));
    await syncFolder(profile);
    return ok({ seq });
  } catch (thrown) {
    return diskFailure(thrown);
  }
}
