import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { CityRequest } from '../../../src/main/city/city-request.ts';
import { createEventSending } from '../../../src/main/city/event-sending.ts';
import { createOutstanding } from '../../../src/main/city/outstanding.ts';
import { createRate } from '../../../src/main/city/rate.ts';
import { tellOutstanding } from '../../../src/main/city/tell-outstanding.ts';
import { EventBatchReply } from '../../../src/shared/contracts/city/events.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import type { DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import { Procedure } from '../../../src/shared/domain/procedure/procedure.ts';
import { percentile } from '../median.ts';
import { atMost, type ReportRow, shown } from '../report.ts';
import { openCalls, openDeskWithCity } from './desk-with-city.ts';

const CATALOGUE = join(import.meta.dirname, '../../city/sample-catalogue/procedures.json');
const PAGES_A_PAPER = 2;
/** Sixty pages: six papers of ten. */
const THICK = { papers: 6, pagesAPaper: 10 };
const MOST_BYTES = 2048;

type Paper = DossierContent['papers'][number];
const READ = [
  ['person-name', 'Trần Thị Ngọc Bích'],
  ['personal-id', '001190000017'],
  ['birth-date', '1990-02-03'],
  ['residence', 'Số 12 ngõ 34 phố Trần Thái Tông, phường Cầu Giấy'],
] as const;

/** Sheets are seconds apart, so their ids share less than those made in one moment. */
let pageMs = Date.now();
const nextPageMs = (): number => {
  pageMs += 700 + Math.floor(Math.random() * 5000);
  return pageMs;
};

const isTaken = (document: Procedure['documents'][number]): boolean => document.presentOnly !== true;

/** Every paper that the procedure names: those that are taken with scanned pages, the first with what was read. */
function papersOf(procedure: Procedure, pagesAPaper: number): readonly Paper[] {
  return procedure.documents.map((document, requirement) => {
    const taken = isTaken(document);
    const pages = Array.from({ length: taken ? pagesAPaper : 0 }, () => ({
      sha256: randomBytes(32).toString('hex'),
      mediaType: 'image/jpeg',
      byteLength: 90_000 + Math.floor(Math.random() * 200_000),
      width: 1654,
      height: 2339,
      dpi: 200,
      pageId: v7({ msecs: nextPageMs() }),
      rotation: 0,
      source: 'scanner',
      origin: 'Fujitsu fi-7160',
    }));
    const fields = READ.map(([name, value]) => ({
      name,
      value,
      proposed: {
        name,
        value,
        raw: value,
        page: pages[0]?.sha256,
        box: { x: share(), y: share(), width: share(), height: share() },
        confidence: Math.round(Math.random() * 100) / 100,
        source: 'page',
      },
    }));
    return {
      paperId: v7(),
      name: document.name,
      requirement,
      status: taken ? 'submitted' : 'presented',
      originals: taken ? 1 : 0,
      copies: 0,
      pages,
      fields: requirement === 0 && taken ? fields : [],
      note: '',
    } as unknown as Paper; // brands of ids and names only
  });
}

/** As reading rounds places on a page. */
const share = (): number => Math.round(Math.random() * 10_000) / 10_000;

const withPapers = (procedure: Procedure, pagesAPaper: number) => (facts: Fact[]) =>
  facts.map((fact) =>
    fact.type !== 'dossier-received'
      ? fact
      : {
          ...fact,
          content: {
            ...fact.content,
            papers: [...papersOf(procedure, pagesAPaper)],
            procedure: {
              ...fact.content.procedure,
              name: procedure.name,
              field: procedure.field,
              authority: procedure.authority,
            },
          },
        },
  );

type Bench = Awaited<ReturnType<typeof openDeskWithCity>>;
type Calls = Awaited<ReturnType<typeof openCalls>>;

/** Receives as the officer does and sends as the line does; the bytes of each request that it took, in their order. */
async function openSending(desk: Bench['desk'], calls: Calls) {
  const requests: number[] = [];
  const counting: CityRequest = async (call) => {
    const answer = await calls.authorized(call);
    if (answer.ok) requests.push(answer.value.sentBytes);
    return answer;
  };
  const outstanding = createOutstanding();
  await tellOutstanding(desk.ports, outstanding);
  const sendFacts = createEventSending(
    desk.ports,
    counting,
    outstanding,
    createRate(() => performance.now()),
  );
  return async (procedure: Procedure, pagesAPaper: number) => {
    const { events } = await desk.receive({
      procedureCode: procedure.code,
      change: withPapers(procedure, pagesAPaper),
    });
    outstanding.addEvents(events);
    requests.length = 0;
    const sent = await sendFacts(() => undefined);
    if (!sent.ok) throw new Error(sent.fault.code);
    const words = desk.cityLog.messages.slice(-events.length);
    if (words.some(({ statement: { body } }) => !('outcome' in body) || body.outcome !== 'accepted'))
      throw new Error('refused');
    return { events, requests: [...requests] };
  };
}

/** All of these in one request. Said twice: what is measured is the size, and the city gives the same verdicts. */
async function sendTogether(desk: Bench['desk'], calls: Calls, events: readonly unknown[]): Promise<number> {
  const said = await calls.authorized({
    method: 'POST',
    path: `/v1/desks/${desk.enrolment.desk.deskId}/events`,
    body: { events },
    timeoutMs: 60_000,
    reply: EventBatchReply,
  });
  if (!said.ok) throw new Error(said.fault.code);
  return said.value.sentBytes;
}

/**
 * Bytes on the wire, headers and all, of the first message with each procedure's dossier: received, receipt and slip, or
 * the reception alone where all three would be longer than 2 KB. A page is a hash and an id of its own, which no coding
 * makes smaller: a thick dossier's first message is longer, and is shown.
 */
export async function measure(): Promise<readonly ReportRow[]> {
  const { city, desk, close } = await openDeskWithCity();
  const procedures = Procedure.array().parse(JSON.parse(readFileSync(CATALOGUE, 'utf8')));
  await desk.line().stop();
  const calls = await openCalls(desk, city.url);
  try {
    const send = await openSending(desk, calls);
    const first: number[] = [];
    const whole: number[] = [];
    const all: unknown[] = [];
    for (const procedure of procedures) {
      const { events, requests } = await send(procedure, PAGES_A_PAPER);
      first.push(requests[0] ?? Number.NaN);
      whole.push(requests.reduce((sum, bytes) => sum + bytes, 0));
      all.push(...events);
    }
    const inTwo = whole.filter((bytes, i) => bytes !== first[i]).length;
    first.sort((a, b) => a - b);
    const batch: number[] = [];
    for (let n = 0; n < all.length; n += 60)
      batch.push(await sendTogether(desk, calls, all.slice(n, n + 60)));
    const inBatch = batch.reduce((sum, bytes) => sum + bytes, 0) / procedures.length;
    const thick = procedures.find(({ documents }) => documents.filter(isTaken).length === THICK.papers);
    if (thick === undefined) throw new Error('no procedure for the thick dossier');
    const sixty = await send(thick, THICK.pagesAPaper);
    return [
      shown('procedures, each with all its papers, two pages a paper', procedures.length, ''),
      atMost(
        'a dossier’s first message, on the wire, median',
        first[first.length >> 1] ?? 0,
        'B',
        MOST_BYTES,
      ),
      shown('nineteen of twenty are below', percentile(first, 0.95), 'B'),
      atMost('the largest of them: nine papers of two pages', first.at(-1) ?? 0, 'B', MOST_BYTES),
      shown('of the forty sent in two: the reception, then receipt and slip', inTwo, ''),
      shown('the longest with both', Math.max(...whole), 'B'),
      atMost('a dossier’s facts in a batch of twenty, mean', inBatch, 'B', MOST_BYTES),
      shown('first message of a dossier of sixty pages', sixty.requests[0] ?? 0, 'B'),
      shown('the same, a page', (sixty.requests[0] ?? 0) / (THICK.papers * THICK.pagesAPaper), 'B'),
    ];
  } finally {
    calls.close();
    await close();
  }
}
