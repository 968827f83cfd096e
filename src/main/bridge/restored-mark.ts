import type { Failure, Result } from '../../shared/base/result.ts';
import type { SealedFiles } from '../sealed-files/sealed-files.ts';

const NAME = 'restored';

/** Why a desk may not go on by itself: put back from a copy, or its journal lost what stood at its end. */
type Restored = { readonly why: 'restored' | 'repaired'; readonly seq: number; readonly at: string };

/** Whether such a mark stands. One that cannot be read stands too: numbers of a copy may be on papers already. */
export async function mustAskCityFirst(values: SealedFiles): Promise<boolean> {
  const loaded = await values.load(NAME);
  return !loaded.ok || loaded.value !== null;
}

/** Durable when it resolves ok: from the next start on nothing is made before the city has answered. `seq`: the log's head. */
export function markRestored(
  values: SealedFiles,
  why: Restored['why'],
  seq: number,
): Promise<Result<null, Failure>> {
  const mark: Restored = { why, seq, at: new Date().toISOString() };
  return values.save(NAME, mark);
}

/** Once the city has answered. */
export const removeRestoredMark = (values: SealedFiles): Promise<Result<null, Failure>> =>
  values.remove(NAME);
