import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import { type DiskFailure, diskFailure } from '../disk/disk-failure.ts';
import { ensureFolder, writeWholeFile } from '../disk/durable-writes.ts';

/**
 * Raised by every program that writes into a profile what an older one would misread or write over: a field of a fact
 * that changes its meaning, a value or a draft that holds more. Each store tells its own later format too; this is for
 * what still looks as before.
 */
export const PROFILE_FORM = 1;

const Form = z.object({ form: z.int().min(1) });
const fileIn = (profile: string): string => join(profile, 'form.json');

/** As it stands in the profile; 0 where none does (the first programs wrote none) or nobody can read it. */
async function findForm(profile: string): Promise<number> {
  const text = await readFile(fileIn(profile), 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return 'null';
    throw thrown;
  });
  try {
    const form = Form.safeParse(JSON.parse(text));
    return form.success ? form.data.form : 0;
  } catch (refusal) {
    // Not JSON: the note is damaged, and the stores have to speak for themselves.
    if (refusal instanceof SyntaxError) return 0;
    throw refusal;
  }
}

/** To be asked before anything of the profile is touched. `profile-newer` {form, known}: nothing of it may be opened. */
export async function checkProfileForm(
  profile: string,
): Promise<Result<null, Failure<'profile-newer'> | DiskFailure>> {
  try {
    const form = await findForm(profile);
    if (form <= PROFILE_FORM) return ok(null);
    return fail('profile-newer', 'call-support', { what: 'form', form, known: PROFILE_FORM });
  } catch (thrown) {
    return diskFailure(thrown);
  }
}

/** Leaves this program's form in a profile that it has opened; written once, not at every start. */
export async function markProfileForm(profile: string): Promise<Result<null, DiskFailure>> {
  try {
    if ((await findForm(profile)) === PROFILE_FORM) return ok(null);
    await ensureFolder(profile);
    await writeWholeFile(fileIn(profile), JSON.stringify({ form: PROFILE_FORM }));
    return ok(null);
  } catch (thrown) {
    return diskFailure(thrown);
  }
}
