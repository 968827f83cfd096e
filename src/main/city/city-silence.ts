import type { DossierId } from '../../shared/base/ids.ts';
import { type Answer, given } from './line-fault.ts';
import type { Outstanding } from './outstanding.ts';
import type { AskPages } from './page-question.ts';
import type { Log } from './ports.ts';

/** The feed brings the word within a moment of the last page; a city that is busy gets this long. */
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 10 * 60_000;
const MOST_AT_ONCE = 100;

type Awaited = { times: number; notBeforeMs: number };

/** Dossiers of which the city has everything and has not said so: it is asked again, ever less often. */
export type CitySilence = {
  readonly ask: () => Promise<Answer<null>>;
  /** When the next is to be asked about; null when no word is awaited. */
  readonly nextTryMs: () => number | null;
  /** Asked at least once, and still no word. */
  readonly isSilent: (dossierId: DossierId) => boolean;
};

export function createCitySilence(parts: {
  readonly outstanding: Outstanding;
  readonly askPages: AskPages;
  readonly nowMs: () => number;
  readonly log: Log;
}): CitySilence {
  const { outstanding, nowMs } = parts;
  const awaited = new Map<DossierId, Awaited>();

  function look(): void {
    const now = new Set<DossierId>();
    for (const { dossierId, judged, pages } of outstanding.dossiers())
      if (judged && pages.length === 0) now.add(dossierId);
    for (const dossierId of awaited.keys()) if (!now.has(dossierId)) awaited.delete(dossierId);
    for (const dossierId of now)
      if (!awaited.has(dossierId)) awaited.set(dossierId, { times: 0, notBeforeMs: nowMs() + FIRST_WAIT_MS });
  }

  /** A wait that is longer than any was set on a clock that has been put back since: it is over. */
  const waitMs = ({ notBeforeMs }: Awaited): number => {
    const leftMs = notBeforeMs - nowMs();
    return leftMs > LONGEST_WAIT_MS ? 0 : Math.max(0, leftMs);
  };

  return {
    ask: async () => {
      look();
      const due = [...awaited].filter(([, wait]) => waitMs(wait) === 0).slice(0, MOST_AT_ONCE);
      if (due.length === 0) return given(null);
      parts.log('city-silent', { dossiers: due.length });
      const answer = await parts.askPages(
        due.map(([dossierId]) => dossierId),
        true,
      );
      for (const [, wait] of due) {
        wait.times += 1;
        wait.notBeforeMs = nowMs() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(wait.times, 10));
      }
      if (!answer.ok) return answer;
      // It has taken these once: a city that was put back says how much it lost when the last event comes again.
      if (due.some(([dossierId]) => !answer.value.has(dossierId))) {
        parts.log('city-lost-dossiers', { asked: due.length, known: answer.value.size });
        outstanding.rewind({ seq: Math.max(0, outstanding.verdictSeq() - 1) });
      }
      for (const pages of answer.value.values())
        for (const sha256 of pages.keys()) outstanding.pageMissing(sha256);
      return given(null);
    },
    nextTryMs: () => {
      look();
      const waitsMs = [...awaited.values()].map(waitMs);
      return waitsMs.length === 0 ? null : nowMs() + Math.min(...waitsMs);
    },
    isSilent: (dossierId) => (awaited.get(dossierId)?.times ?? 0) > 0,
  };
}
