import { verify } from 'node:crypto';
import type { z } from 'zod';
import {
  type CarriedFile,
  type CarriedRecord,
  checkCarriedFile,
  openCarriedFile,
  type VerifySeal,
} from '../../../src/main/carry/carried-reading.ts';
import { carryFailureOf } from '../../../src/main/carry/carry-failure.ts';
import { canonicalJson } from '../../../src/shared/base/canonical-json.ts';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../../src/shared/base/result.ts';
import {
  EventsRecord,
  PageRecord,
  UnsentManifest,
} from '../../../src/shared/contracts/carry/unsent-records.ts';
import type { EventBatchReply } from '../../../src/shared/contracts/city/events.ts';
import type { CityContext } from '../city-context.ts';
import { takePage } from '../pages/take-page.ts';
import { deskKeyOf } from '../routes/session.ts';
import { takeEvents } from '../take-events.ts';
import { findCityCarryKeys } from './city-carry-key.ts';
import { writeReply } from './write-reply.ts';

export type CarriedTaken = {
  readonly deskId: string;
  readonly part: number;
  readonly parts: number;
  readonly accepted: number;
  readonly refused: number;
  /** Pages of the file that the city now holds whole, and those that it could not take. */
  readonly pages: number;
  readonly pagesLeft: number;
  /** The city misses events before those of the file: the desk is told in the reply, and carries them again. */
  readonly missingFrom: number | null;
  /** Name of the reply, in the folder that was given. */
  readonly reply: string;
};

type Verdicts = z.input<typeof EventBatchReply>['verdicts'];

/** What was taken of one file, for the reply. */
export type TakenParts = {
  readonly manifest: UnsentManifest;
  readonly verdicts: Verdicts;
  readonly pagesHeld: readonly Sha256[];
  readonly nextSeq: number;
  readonly gap: boolean;
};

type DeskRow = { readonly public_key: string | null; readonly withdrawn: boolean };

async function nextSeqOf(city: CityContext, deskId: string): Promise<number> {
  const [row] = await city.database.query<{ n: number }>(
    'SELECT coalesce(max(seq), 0)::int + 1 AS n FROM desk_events WHERE desk_id = $1',
    [deskId],
  );
  return row?.n ?? 1;
}

/** Takes what a checked file holds: events by the city's own way of taking them, pages by theirs. */
async function takeRecords(
  city: CityContext,
  deskId: string,
  records: AsyncIterable<CarriedRecord>,
): Promise<Result<TakenParts & { readonly pagesLeft: number }, Failure>> {
  let manifest: UnsentManifest | null = null;
  const verdicts: Verdicts[number][] = [];
  const pagesHeld: Sha256[] = [];
  let pagesLeft = 0;
  let nextSeq = await nextSeqOf(city, deskId);
  let gap = false;
  for await (const { json, bytes } of records) {
    if (manifest === null) {
      const parsed = UnsentManifest.safeParse(json);
      if (!parsed.success) return fail('carry-newer-format', 'call-support');
      manifest = parsed.data;
      gap = nextSeq < manifest.firstSeq;
      continue;
    }
    const events = EventsRecord.safeParse(json);
    if (events.success) {
      // As they came: hashes and signatures are over that. A gap takes nothing, whatever follows.
      const taken = gap
        ? null
        : await takeEvents(city, deskId, (json as z.input<typeof EventsRecord>).events as never);
      if (taken === null) continue;
      verdicts.push(...taken.verdicts);
      nextSeq = taken.nextSeq;
      gap = taken.gap;
      continue;
    }
    const page = PageRecord.safeParse(json);
    if (!page.success) return fail('carry-newer-format', 'call-support');
    const { sha256, byteLength } = page.data;
    // Named by its hash, which the city checks itself: what a page is called leads nowhere else.
    if ((await takePage(city, sha256, byteLength, bytes())) === 'complete') pagesHeld.push(sha256);
    else pagesLeft += 1;
  }
  if (manifest === null) return fail('carry-damaged', 'officer-decides');
  return ok({ manifest, verdicts, pagesHeld, pagesLeft, nextSeq, gap });
}

async function takeOpened(
  city: CityContext,
  file: CarriedFile,
  folder: string,
): Promise<Result<CarriedTaken, Failure>> {
  const { deskId, kind, part } = file.head;
  if (kind !== 'unsent') return fail('carry-is-reply', 'officer-decides');
  const [desk] = await city.database.query<DeskRow>(
    'SELECT public_key, withdrawn FROM desks WHERE desk_id = $1',
    [deskId],
  );
  if (desk?.public_key == null) return fail('carry-desk-unknown', 'call-support', { deskId });
  if (desk.withdrawn) return fail('desk-withdrawn', 'call-support', { deskId });
  const key = deskKeyOf(desk.public_key);
  const isSaidByDesk: VerifySeal = ({ body, signature }) =>
    verify(null, Buffer.from(canonicalJson(body)), key, Buffer.from(signature, 'base64url'));
  // The whole file first: nothing of one that was touched is taken.
  const whole = await checkCarriedFile(file, isSaidByDesk);
  if (!whole.ok) return whole;
  const taken = await takeRecords(city, deskId, file.records(isSaidByDesk));
  if (!taken.ok) return taken;
  const { manifest, verdicts, pagesHeld, pagesLeft, nextSeq, gap } = taken.value;
  const reply = await writeReply(city, file.head, taken.value, folder);
  const refused = verdicts.filter(({ body }) => body.outcome === 'refused').length;
  return ok({
    deskId,
    part,
    parts: manifest.parts,
    accepted: verdicts.length - refused,
    refused,
    pages: pagesHeld.length,
    pagesLeft,
    missingFrom: gap ? nextSeq : null,
    reply,
  });
}

/**
 * Takes a file that was carried from a desk and writes the reply for that desk into `folder`. Taken twice, also beside
 * the line that brings the same, it changes nothing and gives the same words again. Throws what is the city's own trouble
 * (its database); then nothing is lost and the file can be taken again.
 */
export async function takeCarried(
  city: CityContext,
  path: string,
  folder: string,
): Promise<Result<CarriedTaken, Failure>> {
  const keys = await findCityCarryKeys(city.database);
  const opened = await openCarriedFile(path, ({ keyId }) => keys.get(keyId)?.privateKey ?? null);
  if (!opened.ok) return opened;
  try {
    return await takeOpened(city, opened.value, folder);
  } catch (thrown) {
    return carryFailureOf(thrown);
  } finally {
    await opened.value.close();
  }
}
