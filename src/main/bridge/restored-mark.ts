import { z } from 'zod';
import type { Failure, Result } from '../../shared/base/result.ts';
import type { SealedFiles } from '../sealed-files/sealed-files.ts';

const NAME = 'restored';

/** Why a desk may not go on by itself: put back from a copy, or its journal lost what stood at its end. */
const Restored = z.object({ why: z.enum(['restored', 'repaired']), seq: z.int(), at: z.string() });
type Restored = Readonly<z.infer<typeof Restored>>;

export async function loadRestored(values: SealedFiles): Promise<Restored | null> {
  const loaded = await values.load(NAME);
  const parsed = Restored.safeParse(loaded.ok ? loaded.value : null);
  return parsed.success ? parsed.data : null;
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
