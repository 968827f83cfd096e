import type { Sha256 } from '../../../shared/base/ids.ts';
import type { Urgency } from '../../../shared/base/turns.ts';
import { uprightUrl } from '../../../shared/contracts/bridge/page-urls.ts';
import type { PageLook } from '../../../shared/domain/page/page.ts';
import type { ReadCode } from '../../../shared/domain/reading/read-code.ts';
import { createEnginePool } from '../engine-pool.ts';
import type { OcrAssets } from '../ocr-assets.ts';
import type { PagePicture } from '../page-picture.ts';
import { startCodeEngine } from './code-engine.ts';

export type CodeRequest = PageLook & {
  readonly sha256: Sha256;
  readonly priority: Urgency;
  readonly signal?: AbortSignal | undefined;
};

export type CodeReader = {
  /**
   * QR and barcodes of a page on whose reading picture (150–300 dpi) something like a code was seen, as on every card. When
   * none can be read there, the page is looked at again at its full resolution and twice that.
   */
  readonly read: (picture: PagePicture, request: CodeRequest) => Promise<readonly ReadCode[]>;
  readonly close: () => void;
};

/** Fetches the page for the eye, as large as it is. Null when main cannot make it. */
export type GetLargePicture = (request: CodeRequest) => Promise<Blob | null>;

/** The page store never enlarges, so this is the page's own resolution. */
const LARGEST_WIDTH_PX = 4000;

const fetchLargePicture: GetLargePicture = async ({ sha256, signal, ...look }) => {
  const answer = await fetch(
    uprightUrl(sha256, look, LARGEST_WIDTH_PX),
    signal === undefined ? {} : { signal },
  );
  return answer.ok ? answer.blob() : null;
};

/**
 * Codes are a second opinion, never a condition: whatever fails here – a worker that hangs, a picture that cannot be
 * fetched – gives no codes, and the page is read all the same.
 */
export function createCodeReader(
  assets: OcrAssets,
  getLargePicture: GetLargePicture = fetchLargePicture,
): CodeReader {
  const pool = createEnginePool(() => startCodeEngine(assets), {
    size: 1,
    runTimeoutMs: 15_000,
    startTimeoutMs: 10_000,
    idleMs: 60_000,
  });

  const look = async (picture: Blob, scales: readonly number[], { priority, signal }: CodeRequest) => {
    const found = await pool.run({ picture, scales }, priority, signal);
    return found.ok ? found.value : [];
  };

  const search = async (request: CodeRequest): Promise<readonly ReadCode[]> => {
    const picture = await getLargePicture(request).catch(() => null);
    // Enlarged twice 46 of 48 codes of 12–20 mm were read, as they are 39 (measured).
    return picture === null ? [] : look(picture, [1, 2], request);
  };

  return {
    read: async (picture, request) => {
      if (!picture.codesSeen) return [];
      const png = await picture.png();
      if (!png.ok) return [];
      const codes = await look(new Blob([png.value], { type: 'image/png' }), [1], request);
      return codes.length > 0 ? codes : search(request);
    },
    close: pool.close,
  };
}
