import { type Failure, fail, ok, type Result } from '../../../shared/base/result.ts';
import { urgencyNow } from '../../../shared/base/turns.ts';
import { FailureReply } from '../../../shared/contracts/bridge/page-urls.ts';
import { NativeWords, wordsUrl } from '../../../shared/contracts/bridge/reading-engines.ts';
import type { ReadingFailureCode } from '../../ports/page-reader.ts';
import { readingFromTsv } from '../words.ts';
import type { PageInHand, TextReading } from './text-reading.ts';

/** `native-engine-failed`: main does not use the PC's program any more. */
export type NativeFailure = Failure<ReadingFailureCode | 'native-engine-failed'>;

/** Main watches its program, twice 60 s; this only keeps a page from waiting for ever should main itself hang. */
const LONGEST_ANSWER_MS = 180_000;

const KNOWN: ReadonlySet<string> = new Set<NativeFailure['code']>([
  'native-engine-failed',
  'reading-timed-out',
  'reading-crashed',
  'reading-cancelled',
]);

/** The tesseract of the PC, run by main on the picture that it makes itself. */
export async function readNatively({
  sha256,
  look,
  priority,
  signal,
}: PageInHand): Promise<Result<TextReading, NativeFailure>> {
  const signals = [AbortSignal.timeout(LONGEST_ANSWER_MS), ...(signal === undefined ? [] : [signal])];
  let answer: Response;
  let body: unknown;
  try {
    answer = await fetch(wordsUrl(sha256, look, urgencyNow(priority)), {
      cache: 'no-store',
      signal: AbortSignal.any(signals),
    });
    body = answer.status === 200 || answer.status === 503 ? await answer.json() : null;
  } catch {
    return signal?.aborted === true
      ? fail('reading-cancelled', 'officer-decides')
      : fail('native-engine-failed', 'call-support');
  }
  if (answer.status === 200) {
    const { tsv, milliseconds } = NativeWords.parse(body);
    return ok({ ...readingFromTsv(tsv), engine: 'native-tesseract', milliseconds });
  }
  if (answer.status !== 503) {
    return fail('reading-picture-failed', 'officer-decides', { status: answer.status });
  }
  const { failure } = FailureReply.parse(body);
  return KNOWN.has(failure.code)
    ? // Checked the line above.
      { ok: false, failure: failure as NativeFailure }
    : fail('native-engine-failed', 'call-support');
}
