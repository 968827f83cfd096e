import type { LineOutbox, OutboxRow } from '../../shared/contracts/bridge/line-outbox.ts';
import type { Allowance } from './allowance.ts';
import type { CitySilence } from './city-silence.ts';
import type { DossierOutstanding, Outstanding } from './outstanding.ts';
import type { Rate } from './rate.ts';
import type { WaitingPages } from './waiting-pages.ts';

const MOST_ROWS = 500;

type Look = {
  readonly isUp: boolean;
  readonly allowance: Allowance;
  readonly rate: Rate;
  readonly waiting: WaitingPages;
  readonly silence: CitySilence;
};

/** What stands in the way of this dossier alone. */
function ownTrouble(dossier: DossierOutstanding, look: Look): OutboxRow['because'] {
  for (const { sha256 } of dossier.pages) {
    const trouble = look.waiting.troubleOf(sha256);
    if (trouble !== null) return trouble;
  }
  return dossier.judged && dossier.pages.length === 0 && look.silence.isSilent(dossier.dossierId)
    ? 'city-silent'
    : null;
}

/** `bytesUntilDone`: all that goes before and with its last page, each page once. */
function rowOf(dossier: DossierOutstanding, bytesUntilDone: number, look: Look): OutboxRow {
  const bytesLeft = dossier.pages.reduce((sum, page) => sum + page.byteLength, 0);
  const { allowance } = look;
  const rate = look.rate.bytesPerSecond();
  const trouble = ownTrouble(dossier, look);
  const held = dossier.pages.length > 0 ? (allowance.roomForPages().held?.why ?? null) : null;
  const doneMs =
    look.isUp && trouble === null && rate !== null ? allowance.finishMs(bytesUntilDone, rate) : null;
  return {
    dossierId: dossier.dossierId,
    waitsFor: !dossier.judged ? 'facts' : dossier.pages.length > 0 ? 'pages' : 'word',
    pagesLeft: dossier.pages.length,
    bytesLeft,
    doneAt: doneMs === null ? null : new Date(doneMs).toISOString(),
    because: trouble ?? (look.isUp ? (held ?? (rate === null ? 'not-measured' : null)) : 'line-down'),
  };
}

/**
 * Every dossier that the city does not hold whole, in the order in which the line sends, each with when it will be there
 * or why that cannot be said. A page of two dossiers goes with the first; pages that cannot go make nobody wait.
 */
export function listOutbox(outstanding: Outstanding, look: Look): LineOutbox {
  const dossiers = outstanding.dossiers();
  const seen = new Set<string>();
  const rows: OutboxRow[] = [];
  let bytesAhead = 0;
  for (const dossier of dossiers.slice(0, MOST_ROWS)) {
    for (const { sha256, byteLength } of dossier.pages) {
      if (!seen.has(sha256) && look.waiting.troubleOf(sha256) === null) bytesAhead += byteLength;
      seen.add(sha256);
    }
    rows.push(rowOf(dossier, bytesAhead, look));
  }
  return { rows, more: dossiers.length - rows.length };
}
