import { createHash } from 'node:crypto';
import type { Sha256 } from '../../shared/base/ids.ts';
import { type Answer, faulty, given, type LineFault } from './line-fault.ts';
import type { Outstanding } from './outstanding.ts';
import { uploadPage } from './page-upload.ts';
import type { LinePorts } from './ports.ts';
import type { Rate } from './rate.ts';
import type { Session } from './session.ts';

const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 10 * 60_000;

export type PageSending = {
  /** Sends what is missing; stops early, ok, when `hurry()` says that facts are waiting. */
  readonly send: (hurry: () => boolean, onProgress: () => void) => Promise<Answer<null>>;
  /** When a page that did not get through may be tried again; null when none waits. */
  readonly nextTryMs: () => number | null;
};

/**
 * Pages after facts, the ones due first. A page that cannot be sent (not in the store, refused, wrong at the other end)
 * waits by itself, longer each time, and holds up no other.
 */
export function createPageSending(
  ports: Pick<LinePorts, 'enrolment' | 'readPage' | 'hasNetwork' | 'now' | 'log'>,
  session: Session,
  outstanding: Outstanding,
  rate: Rate,
  signal: AbortSignal,
): PageSending {
  const waiting = new Map<Sha256, { readonly failures: number; readonly notBeforeMs: number }>();
  const nowMs = () => ports.now().getTime();

  function setAside(sha256: Sha256, code: string): void {
    const failures = (waiting.get(sha256)?.failures ?? 0) + 1;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 16));
    waiting.set(sha256, { failures, notBeforeMs: nowMs() + pauseMs });
    ports.log('page-set-aside', { sha256, code, failures });
  }

  /** The page's own trouble is null (it was set aside); a fault is the line's. */
  async function sendPage(sha256: Sha256, mediaType: string): Promise<LineFault | null> {
    const bytes = await ports.readPage(sha256);
    if (bytes === null) {
      setAside(sha256, 'page-not-in-store');
      return null;
    }
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      setAside(sha256, 'page-damaged');
      return null;
    }
    for (let tries = 1; ; tries += 1) {
      const token = await session.token();
      if (!token.ok) return token.fault;
      const sent = await uploadPage({
        cityUrl: ports.enrolment.cityUrl,
        token: token.value,
        sha256,
        mediaType,
        bytes,
        signal,
        hasNetwork: ports.hasNetwork,
        nowMs: () => performance.now(),
        onChunk: rate.measure,
      });
      if (sent.ok) {
        waiting.delete(sha256);
        outstanding.pageThere(sha256);
        return null;
      }
      const { fault } = sent;
      if (fault.status === 401 && tries === 1) session.forget();
      else if (fault.status === 401 || fault.status === 403)
        return faulty('refused', fault.code, { status: fault.status }).fault;
      else if (fault.kind === 'refused') {
        setAside(sha256, fault.status === 460 ? 'hash-differs' : fault.code);
        return null;
      } else return fault;
    }
  }

  return {
    send: async (hurry, onProgress) => {
      for (const page of outstanding.pages()) {
        if (hurry() || signal.aborted) return given(null);
        if ((waiting.get(page.sha256)?.notBeforeMs ?? 0) > nowMs()) continue;
        const fault = await sendPage(page.sha256, page.mediaType);
        onProgress();
        if (fault !== null) return { ok: false, fault };
      }
      return given(null);
    },
    nextTryMs: () => {
      const wanted = new Set(outstanding.pages().map((page) => page.sha256));
      const times = [...waiting].filter(([sha256]) => wanted.has(sha256)).map(([, w]) => w.notBeforeMs);
      return times.length === 0 ? null : Math.min(...times);
    },
  };
}
