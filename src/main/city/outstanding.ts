import type { DossierId, Sha256 } from '../../shared/base/ids.ts';
import type { RefusedActs } from '../../shared/contracts/bridge/refused-act.ts';
import type { CityMessage } from '../../shared/contracts/city/events.ts';
import type { DeskEvent } from '../../shared/domain/desk-log/desk-event.ts';
import { foldRefusedActs } from './refused-acts.ts';

export type PageToSend = { readonly sha256: Sha256; readonly byteLength: number; readonly mediaType: string };

/** A dossier that the city does not hold whole; `judged`: its content has a verdict. */
export type DossierOutstanding = {
  readonly dossierId: DossierId;
  readonly judged: boolean;
  /** Those that are not known to be there, each once. */
  readonly pages: readonly PageToSend[];
};

type DossierToSend = {
  readonly dossierId: DossierId;
  /** Seq of the fact that set the pages. */
  contentSeq: number;
  pages: readonly PageToSend[];
  /** Sorts: what is due first goes first, what has no date last. */
  urgency: string;
  refused: boolean;
  completeSeq: number;
  /** Cursor of the word that said so: a city put back to before it has lost the pages that came meanwhile. */
  completeCursor: number;
};

export type OutstandingCounts = {
  readonly unsentEvents: number;
  readonly unsentDossiers: number;
  readonly unsentPages: number;
  readonly unsentBytes: number;
};

/**
 * What the city does not have yet, folded from the desk's events and the city's signed words, and from nothing else:
 * there is no separate file that could disagree with them.
 */
export type Outstanding = {
  readonly addEvents: (events: readonly DeskEvent[]) => void;
  readonly addMessages: (messages: readonly CityMessage[]) => void;
  /** Last seq of the desk's events that it knows. */
  readonly headSeq: () => number;
  /** Last seq with a verdict; everything before it has one too. */
  readonly verdictSeq: () => number;
  readonly feedCursor: () => number;
  /** Signature of the word under `feedCursor`, as it was heard last; null where none was heard since a rewind. */
  readonly lastWord: () => string | null;
  /** The city lost what came after `seq`, or its feed after `cursor`: take up from there again. */
  readonly rewind: (to: { readonly seq?: number; readonly cursor?: number }) => void;
  /** Pages of accepted dossiers that the city is not known to hold, by due date. */
  readonly pages: () => readonly PageToSend[];
  /** What the city does not hold whole, judged or not, by due date: each with its pages that are not known to be there. */
  readonly dossiers: () => readonly DossierOutstanding[];
  /** The city has answered for this page in this run of the programme. */
  readonly pageThere: (sha256: Sha256) => void;
  /** The city says that it lacks this page after all. */
  readonly pageMissing: (sha256: Sha256) => void;
  /** Facts that have no verdict yet. */
  readonly factsWait: () => boolean;
  readonly counts: () => OutstandingCounts;
  /** What the city refused of the desk's own acts, those of no dossier. */
  readonly refusedActs: (now: Date) => RefusedActs;
};

/** Measured: 500 for one dossier alone, 205 in a batch of 20 (received, receipt, slip; gzip). Only `secondsLeft` leans on it. */
const ZIPPED_EVENT_BYTES = 250;

/** A sheet that lies in a dossier twice is one page to send. */
const distinctPages = (pages: readonly PageToSend[]): readonly PageToSend[] => [
  ...new Map(pages.map((page) => [page.sha256, page])).values(),
];

export function createOutstanding(): Outstanding {
  const dossiers = new Map<DossierId, DossierToSend>();
  const bySeq = new Map<number, DossierToSend>();
  /** Those that the city does not hold whole; kept apart because a year's log has far more that it does. */
  const open = new Set<DossierToSend>();
  /** `open` by due date, until something in it changes. */
  let queue: readonly DossierToSend[] | null = null;
  /** What `pages` found, kept while nothing but pages that came changes it: both are asked for around every piece. */
  let missing: { readonly all: Map<Sha256, PageToSend>; readonly judged: Map<Sha256, PageToSend> } | null =
    null;
  const there = new Set<Sha256>();
  /** Hash of event seq at seq - 1: a verdict is about one event, not about whichever has its number now. */
  const hashes: Sha256[] = [];
  const refusedActs = foldRefusedActs();
  let headSeq = 0;
  let verdictSeq = 0;
  let feedCursor = 0;
  let lastWord: string | null = null;

  function sort(dossier: DossierToSend): void {
    queue = null;
    if (!dossier.refused && dossier.completeSeq < dossier.contentSeq) open.add(dossier);
    else open.delete(dossier);
  }

  function addEvent(event: DeskEvent): void {
    if (event.seq <= headSeq) return;
    headSeq = event.seq;
    hashes[event.seq - 1] = event.hash;
    refusedActs.addEvent(event);
    const { fact } = event;
    // Whatever sets a dossier's content sets its pages.
    if (!('dossierId' in fact) || !('content' in fact)) return;
    const known = dossiers.get(fact.dossierId);
    const dossier = known ?? {
      dossierId: fact.dossierId,
      contentSeq: event.seq,
      pages: [],
      urgency: '',
      refused: false,
      completeSeq: 0,
      completeCursor: 0,
    };
    dossier.contentSeq = event.seq;
    dossier.pages = distinctPages(fact.content.papers.flatMap((paper) => paper.pages));
    dossier.refused = false;
    if (known === undefined || 'dueAt' in fact)
      dossier.urgency = `${('dueAt' in fact ? fact.dueAt : null) ?? '9999'} ${String(event.seq).padStart(12, '0')}`;
    dossiers.set(fact.dossierId, dossier);
    bySeq.set(event.seq, dossier);
    sort(dossier);
  }

  /** Words from this cursor on are no words any more: what they said to be whole is asked about again. */
  function forgetWordsFrom(cursor: number): void {
    for (const dossier of dossiers.values()) {
      if (dossier.completeCursor < cursor) continue;
      for (const page of dossier.pages) there.delete(page.sha256);
      dossier.completeSeq = 0;
      dossier.completeCursor = 0;
      sort(dossier);
    }
  }

  function addMessage(message: CityMessage): void {
    const { body } = message.statement;
    if ('outcome' in body) {
      // The journal lost its end and went on: what the city said of the lost event answers for no other.
      if (hashes[body.seq - 1] !== body.hash) return;
      refusedActs.addVerdict(body);
      const dossier = bySeq.get(body.seq);
      if (dossier !== undefined && body.seq === dossier.contentSeq) {
        dossier.refused = body.outcome === 'refused';
        sort(dossier);
      }
      // Going back is right too: then the city had lost events, and the log tells how far they were sent again.
      if (body.seq <= verdictSeq + 1) verdictSeq = body.seq;
      return;
    }
    // A gap (a damaged log) is asked for again; going back follows a city that was put back, which has lost its later words.
    if (body.cursor <= feedCursor) forgetWordsFrom(body.cursor);
    if (body.cursor <= feedCursor + 1) {
      feedCursor = body.cursor;
      lastWord = message.statement.signature;
    }
    if (body.what.type === 'dossier-complete') {
      for (const sha256 of body.what.pages) there.add(sha256);
      const dossier = dossiers.get(body.what.dossierId);
      if (dossier !== undefined) {
        dossier.completeSeq = Math.max(dossier.completeSeq, body.what.seq);
        dossier.completeCursor = Math.max(dossier.completeCursor, body.cursor);
        sort(dossier);
      }
    } else if (body.what.type === 'pages-wanted') {
      for (const sha256 of body.what.pages) there.delete(sha256);
    }
  }

  const byUrgency = (): readonly DossierToSend[] => {
    queue ??= [...open].sort((a, b) => (a.urgency < b.urgency ? -1 : 1));
    return queue;
  };

  function findMissing() {
    const found = { all: new Map<Sha256, PageToSend>(), judged: new Map<Sha256, PageToSend>() };
    for (const dossier of byUrgency())
      for (const page of dossier.pages) {
        if (there.has(page.sha256)) continue;
        found.all.set(page.sha256, page);
        if (dossier.contentSeq <= verdictSeq) found.judged.set(page.sha256, page);
      }
    return found;
  }

  function pages(which: 'all' | 'judged'): readonly PageToSend[] {
    missing ??= findMissing();
    return [...missing[which].values()];
  }

  return {
    addEvents: (events) => {
      missing = null;
      events.forEach(addEvent);
    },
    addMessages: (messages) => {
      missing = null;
      messages.forEach(addMessage);
    },
    headSeq: () => headSeq,
    verdictSeq: () => verdictSeq,
    feedCursor: () => feedCursor,
    lastWord: () => lastWord,
    rewind: ({ seq, cursor }) => {
      missing = null;
      if (seq !== undefined) verdictSeq = Math.min(verdictSeq, seq);
      if (cursor !== undefined) {
        if (cursor < feedCursor) lastWord = null;
        feedCursor = Math.min(feedCursor, cursor);
        forgetWordsFrom(cursor + 1);
      }
      there.clear();
      for (const dossier of dossiers.values())
        if (dossier.contentSeq > verdictSeq) {
          dossier.completeSeq = 0;
          dossier.refused = false;
          sort(dossier);
        }
    },
    pages: () => pages('judged'),
    dossiers: () =>
      byUrgency().map((dossier) => ({
        dossierId: dossier.dossierId,
        judged: dossier.contentSeq <= verdictSeq,
        pages: dossier.pages.filter((page) => !there.has(page.sha256)),
      })),
    pageThere: (sha256) => {
      there.add(sha256);
      missing?.all.delete(sha256);
      missing?.judged.delete(sha256);
    },
    pageMissing: (sha256) => {
      there.delete(sha256);
      missing = null;
    },
    factsWait: () => headSeq > verdictSeq,
    refusedActs: (now) => refusedActs.told(verdictSeq, now),
    counts: () => {
      const waiting = pages('all');
      const pageBytes = waiting.reduce((sum, page) => sum + page.byteLength, 0);
      return {
        unsentEvents: headSeq - verdictSeq,
        unsentDossiers: open.size,
        unsentPages: waiting.length,
        unsentBytes: pageBytes + (headSeq - verdictSeq) * ZIPPED_EVENT_BYTES,
      };
    },
  };
}
