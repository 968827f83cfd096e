import { createHash } from 'node:crypto';
import type { Sha256 } from '../../shared/base/ids.ts';
import type { Allowance } from './allowance.ts';
import { deskTrouble } from './desk-trouble.ts';
import type { MakeExchange } from './exchange.ts';
import { type Answer, faulty, given, type LineFault } from './line-fault.ts';
import type { Outstanding, PageToSend } from './outstanding.ts';
import { chunkBytes, pagesAtOnce } from './pace.ts';
import type { AskPages } from './page-question.ts';
import { sendChunk } from './page-upload.ts';
import type { LinePorts } from './ports.ts';
import type { Rate } from './rate.ts';
import type { Session } from './session.ts';
import type { PageTrouble, WaitingPages } from './waiting-pages.ts';

/** About 2 KB to ask; what is due first of them is asked about first. */
const DOSSIERS_A_QUESTION = 60;
/** A city that keeps saying another offset is not followed for ever. */
const MOST_STRANGE_PLACES = 4;

export type PageSending = {
  /** Sends what is missing and may go now. A fault is the line's; a page's own trouble holds up no other. */
  readonly send: () => Promise<Answer<null>>;
  /** Whether anything is to be sent that may go now. */
  readonly hasWork: () => boolean;
};

export type PageSendingParts = {
  readonly ports: Pick<LinePorts, 'readPage' | 'hasNetwork' | 'now' | 'log'>;
  readonly session: Session;
  readonly exchange: MakeExchange;
  readonly askPages: AskPages;
  readonly outstanding: Outstanding;
  readonly waiting: WaitingPages;
  readonly rate: Rate;
  readonly allowance: Allowance;
  readonly signal: AbortSignal;
  /** Lets facts that are waiting go first; asked before every piece of a page. */
  readonly factsFirst: () => Promise<Answer<null>>;
  readonly onProgress: () => void;
};

/**
 * Pages after facts, those due first, only what the city lacks, from where it has them. Several at once on a fast line;
 * each piece as long as the line carries in a few seconds, so that a cut costs one piece and a fact waits for none.
 */
export function createPageSending(parts: PageSendingParts): PageSending {
  const { ports, session, outstanding, waiting, rate, allowance } = parts;
  /** What the city has of the pages that it lacks, null where it never began; what is not here has to be asked. */
  const offsets = new Map<Sha256, number | null>();
  const strangePlaces = new Map<Sha256, number>();
  const underWay = new Set<Sha256>();
  /** Halved when a piece does not get through, so that a line that breaks every few seconds still makes progress. */
  let smaller = 1;

  function setAside(sha256: Sha256, trouble: PageTrouble): null {
    offsets.delete(sha256);
    ports.log('page-set-aside', { sha256, code: trouble, failures: waiting.setAside(sha256, trouble) });
    return null;
  }

  const mayGo = ({ sha256 }: PageToSend): boolean => !underWay.has(sha256) && waiting.mayGo(sha256);

  /** Asks about the next dossiers whose pages nobody has asked about; what the city has is not sent. */
  async function ask(): Promise<LineFault | null> {
    const open = outstanding.dossiers().filter((dossier) => dossier.judged);
    const unasked = open.filter(({ pages }) =>
      pages.some((page) => mayGo(page) && !offsets.has(page.sha256)),
    );
    const asked = unasked.slice(0, DOSSIERS_A_QUESTION);
    if (asked.length === 0) return null;
    const answer = await parts.askPages(
      asked.map(({ dossierId }) => dossierId),
      false,
    );
    if (!answer.ok) return answer.fault;
    for (const { dossierId, pages } of asked) {
      const lacking = answer.value.get(dossierId);
      for (const { sha256 } of pages) {
        const offset = lacking?.get(sha256);
        if (offset !== undefined) offsets.set(sha256, offset);
        else if (lacking !== undefined) outstanding.pageThere(sha256);
        // A city that has lost the dossier says so by its feed; until then the page is new to it.
        else offsets.set(sha256, null);
      }
    }
    parts.onProgress();
    return null;
  }

  async function sendPiece(page: PageToSend, bytes: Uint8Array, begun: number | null, most: number) {
    const offset = begun ?? 0;
    const token = await session.token();
    if (!token.ok) return token;
    const length = Math.min(
      bytes.length - offset,
      most,
      Math.ceil(chunkBytes(rate.bytesPerSecond()) / smaller),
    );
    const measuring = rate.begin();
    const sent = await sendChunk(
      { exchange: parts.exchange, hasNetwork: ports.hasNetwork },
      {
        token: token.value,
        sha256: page.sha256,
        mediaType: page.mediaType,
        byteLength: bytes.length,
        offset,
        begin: begun === null,
        bytes: bytes.subarray(offset, offset + length),
      },
    );
    measuring.end(sent.ok && sent.value.kind === 'taken' ? length : 0);
    // A count that cannot be kept now is kept with the next piece; the page has gone all the same.
    await allowance.keepSpent().catch((defect: unknown) => deskTrouble(ports.log, defect));
    return sent;
  }

  /** Null when the page is there, waits by itself or waits for the limits; a fault is the line's. */
  async function sendPage(page: PageToSend): Promise<LineFault | null> {
    const { sha256 } = page;
    const bytes = await ports.readPage(sha256);
    if (bytes === null) return setAside(sha256, 'page-not-in-store');
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return setAside(sha256, 'page-damaged');
    let renewed = false;
    for (;;) {
      const facts = await parts.factsFirst();
      if (!facts.ok) return facts.fault;
      if (parts.signal.aborted) return faulty('stopped', 'stopped').fault;
      const room = allowance.roomForPages();
      const offset = offsets.get(sha256);
      if (room.held !== null || offset === undefined) return null;
      // Whole, and yet lacking: its hash has not been looked at; the city does so when it is asked.
      if (offset !== null && offset >= bytes.length) return setAside(sha256, 'hash-differs');
      const sent = await sendPiece(page, bytes, offset, room.bytes);
      if (sent.ok) {
        smaller = Math.max(1, smaller / 2);
        if (sent.value.kind === 'strange-place') {
          const times = (strangePlaces.get(sha256) ?? 0) + 1;
          strangePlaces.set(sha256, times);
          offsets.delete(sha256);
          return times >= MOST_STRANGE_PLACES ? setAside(sha256, 'page-refused') : null;
        }
        offsets.set(sha256, sent.value.offset);
        parts.onProgress();
        if (sent.value.offset < bytes.length) continue;
        waiting.letGo(sha256);
        offsets.delete(sha256);
        strangePlaces.delete(sha256);
        outstanding.pageThere(sha256);
        return null;
      }
      const { fault } = sent;
      if (fault.status === 401 && !renewed) {
        renewed = true;
        session.forget();
        continue;
      }
      // How much of the piece arrived only the city knows.
      offsets.delete(sha256);
      if (fault.kind !== 'refused') {
        smaller = Math.min(64, smaller * 2);
        return fault;
      }
      if (fault.status === 401 || fault.status === 403) return fault;
      return setAside(sha256, fault.code === 'hash-differs' ? 'hash-differs' : 'page-refused');
    }
  }

  return {
    hasWork: () => allowance.roomForPages().held === null && outstanding.pages().some(mayGo),
    send: () =>
      new Promise((resolve, reject) => {
        /** Also what is thrown ends a page's way: one that stayed under way would never be sent, and hold up the others. */
        const goes = (page: PageToSend, way: Promise<LineFault | null>): void => {
          underWay.add(page.sha256);
          void way
            .catch((defect: unknown) => deskTrouble(ports.log, defect).fault)
            .then((failed) => done(page, failed))
            .catch(reject);
        };
        let fault: LineFault | null = null;
        let asking: Promise<LineFault | null> | null = null;

        /** The most pressing page is chosen whenever there is a place: what is due today overtakes what is not. */
        function next(): void {
          const stop = fault !== null || parts.signal.aborted || allowance.roomForPages().held !== null;
          const places = stop ? 0 : pagesAtOnce(rate.bytesPerSecond()) - underWay.size;
          const pages = places <= 0 ? [] : outstanding.pages().filter(mayGo);
          for (const page of pages.slice(0, places)) {
            if (!offsets.has(page.sha256)) {
              asking ??= ask().finally(() => {
                asking = null;
              });
              goes(page, asking);
            } else goes(page, sendPage(page));
          }
          if (underWay.size === 0) resolve(fault === null ? given(null) : { ok: false, fault });
        }

        function done(page: PageToSend, failed: LineFault | null): void {
          underWay.delete(page.sha256);
          fault ??= failed;
          parts.onProgress();
          next();
        }
        next();
      }),
  };
}
