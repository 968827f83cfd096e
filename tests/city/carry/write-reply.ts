import { replyName } from '../../../src/main/carry/carried-names.ts';
import { startCarriedFile } from '../../../src/main/carry/carried-writing.ts';
import { removeUnfinished, writeWholeOnStick } from '../../../src/main/carry/whole-file.ts';
import type { CarriedHead } from '../../../src/shared/contracts/carry/carried-head.ts';
import type { CityContext } from '../city-context.ts';
import { lendNumbers } from '../lending/lend-numbers.ts';
import { sayReference } from '../routes/reference.ts';
import type { TakenParts } from './take-carried.ts';

const AT_ONCE = 200;

async function* feedAfter(city: CityContext, deskId: string, cursor: number): AsyncGenerator<unknown[]> {
  for (let after = cursor; ; ) {
    const rows = await city.database.query<{ cursor_number: number; statement: string }>(
      `SELECT cursor_number, statement FROM feed WHERE desk_id = $1 AND cursor_number > $2
        ORDER BY cursor_number LIMIT ${AT_ONCE}`,
      [deskId, after],
    );
    if (rows.length === 0) return;
    yield rows.map(({ statement }) => JSON.parse(statement));
    after = rows.at(-1)?.cursor_number ?? after;
  }
}

/**
 * The reply to one carried file, sealed for the key that the desk put into it: verdicts, the feed from where the desk
 * stands, the numbers that it asked for, reference data with credentials renewed. Gives the name of the file.
 */
export async function writeReply(
  city: CityContext,
  head: CarriedHead,
  taken: TakenParts,
  folder: string,
): Promise<string> {
  const { deskId, carryId, part } = head;
  const { manifest, verdicts, pagesHeld, nextSeq, gap } = taken;
  const { madeAt, dossiers, parts } = manifest;
  const name = replyName({ deskId, madeAt, dossiers, part, parts });
  const leases =
    manifest.leaseRequest === null ? null : await lendNumbers(city, deskId, manifest.leaseRequest);
  const reference = await sayReference(city, deskId, 0);
  await removeUnfinished(folder, deskId);
  await writeWholeOnStick(
    folder,
    name,
    async (handle) => {
      const about = { kind: 'reply', deskId, carryId, part } as const;
      const file = await startCarriedFile(handle, about, manifest.replyKey, city.key.say);
      const answeredAt = city.now().toISOString();
      await file.writeRecord({ type: 'manifest', answeredAt, nextSeq, gap, pagesHeld });
      for (let from = 0; from < verdicts.length; from += AT_ONCE)
        await file.writeRecord({ type: 'verdicts', statements: verdicts.slice(from, from + AT_ONCE) });
      for await (const statements of feedAfter(city, deskId, manifest.feedCursor))
        await file.writeRecord({ type: 'feed', statements });
      if (leases !== null) await file.writeRecord({ type: 'leases', statement: leases });
      if (reference?.kind === 'full')
        await file.writeRecord({ type: 'reference', statement: reference.statement });
      return file.finish();
    },
    new AbortController().signal,
    () => undefined,
  );
  return name;
}
