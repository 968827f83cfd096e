import type { Failure } from '../../shared/base/result.ts';
import {
  EngineComparison,
  type NativeWords,
  READING_ENGINES_URL,
} from '../../shared/contracts/bridge/reading-engines.ts';
import { PageRotation } from '../../shared/domain/page/page.ts';
import { parseCut } from '../../shared/domain/page/page-look.ts';
import type { EngineChoice } from '../native-reading/engine-choice.ts';
import type { NativeReader } from '../native-reading/native-reader.ts';
import type { PageSources } from './page-routes.ts';

const WORDS = /^\/pages\/([0-9a-f]{64})\/words$/;

const status = (code: number): Response => new Response(null, { status: code });
const unavailable = (failure: Failure): Response => Response.json({ failure }, { status: 503 });

/**
 * Answers `/pages/<sha256>/words` and `/reading-engines` (contracts/bridge/reading-engines.ts); null for every other
 * address.
 * @param reader the PC's own tesseract, null where there is none
 */
export function createNativeReadingRoutes(parts: {
  readonly reading: PageSources['reading'];
  readonly reader: () => Promise<NativeReader | null>;
  readonly choice: EngineChoice;
}): (request: Request) => Promise<Response | null> {
  const readWords = async (sha256: string, url: URL, request: Request): Promise<Response> => {
    const rotation = PageRotation.safeParse(Number(url.searchParams.get('rotation') ?? 0));
    const cut = parseCut(url.searchParams.get('cut'));
    if (!rotation.success || cut === null) return status(400);
    const reader = await parts.reader();
    if (reader === null) return unavailable({ code: 'native-engine-failed', remedy: 'call-support' });
    const picture = await parts.reading(sha256, { rotation: rotation.data, cut });
    if (picture === null) return status(404);
    const { png, dpi, blank, darkGround, whiteRow } = picture;
    if (blank) return Response.json({ tsv: '', milliseconds: 0 } satisfies NativeWords);
    const urgency = url.searchParams.get('priority') === 'looking' ? 'looking' : 'background';
    const read = await reader.read({ png, dpi, darkGround, whiteRow }, urgency, request.signal);
    return read.ok ? Response.json(read.value satisfies NativeWords) : unavailable(read.failure);
  };

  const compared = async (request: Request): Promise<Response> => {
    const comparison = EngineComparison.safeParse(await request.json().catch(() => null));
    return comparison.success ? Response.json(await parts.choice.compared(comparison.data)) : status(400);
  };

  return async (request) => {
    const url = new URL(request.url);
    const sha256 = WORDS.exec(url.pathname)?.[1];
    if (sha256 !== undefined) {
      return request.method === 'GET' ? readWords(sha256, url, request) : status(405);
    }
    if (url.pathname !== READING_ENGINES_URL) return null;
    if (request.method === 'PUT') return compared(request);
    return request.method === 'GET' ? Response.json(await parts.choice.current()) : status(405);
  };
}
