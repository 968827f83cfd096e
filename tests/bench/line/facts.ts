import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { EventBatchReply } from '../../../src/shared/contracts/city/events.ts';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import type { DossierContent } from '../../../src/shared/domain/dossier/dossier-received.ts';
import { Procedure } from '../../../src/shared/domain/procedure/procedure.ts';
import { percentile } from '../median.ts';
import { atMost, type ReportRow, shown } from '../report.ts';
import { openCalls, openDeskWithCity } from './desk-with-city.ts';

const CATALOGUE = join(import.meta.dirname, '../../city/sample-catalogue/procedures.json');
const PAGES_A_PAPER = 2;
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

/** Every paper that the procedure names: those that are taken with two scanned pages, the first with what was read. */
function papersOf(procedure: Procedure): readonly Paper[] {
  return procedure.documents.map((document, requirement) => {
    const isTaken = document.presentOnly !== true;
    const pages = Array.from({ length: isTaken ? PAGES_A_PAPER : 0 }, () => ({
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
      status: isTaken ? 'submitted' : 'presented',
      originals: isTaken ? 1 : 0,
      copies: 0,
      pages,
      fields: requirement === 0 && isTaken ? fields : [],
      note: '',
    } as unknown as Paper; // brands of ids and names only
  });
}

/** As reading rounds places on a page. */
const share = (): number => Math.round(Math.random() * 10_000) / 10_000;

const withPapers = (procedure: Procedure) => (facts: Fact[]) =>
  facts.map((fact) =>
    fact.type !== 'dossier-received'
      ? fact
      : {
          ...fact,
          content: {
            ...fact.content,
            papers: [...papersOf(procedure)],
            procedure: {
              ...fact.content.procedure,
              name: procedure.name,
              field: procedure.field,
              authority: procedure.authority,
            },
          },
        },
  );

/** Bytes on the wire, headers and all, of each procedure's dossier alone in its request (received, receipt, slip), and of all together. */
export async function measure(): Promise<readonly ReportRow[]> {
  const { city, desk, close } = await openDeskWithCity();
  const procedures = Procedure.array().parse(JSON.parse(readFileSync(CATALOGUE, 'utf8')));
  await desk.line().stop();
  const calls = await openCalls(desk, city.url);
  const send = async (events: readonly unknown[]): Promise<number> => {
    const path = `/v1/desks/${desk.enrolment.desk.deskId}/events`;
    const said = await calls.authorized({
      method: 'POST',
      path,
      body: { events },
      timeoutMs: 60_000,
      reply: EventBatchReply,
    });
    if (!said.ok) throw new Error(said.fault.code);
    const refused = said.value.parsed.verdicts.find(({ body }) => body.outcome === 'refused');
    if (refused !== undefined) throw new Error(`refused: ${refused.body.reasonCode}`);
    return said.value.sentBytes;
  };
  try {
    const alone: number[] = [];
    const all: unknown[] = [];
    for (const procedure of procedures) {
      const { events } = await desk.receive({ procedureCode: procedure.code, change: withPapers(procedure) });
      alone.push(await send(events));
      all.push(...events);
    }
    alone.sort((a, b) => a - b);
    const batch: number[] = [];
    // Said twice: what is measured is the size, and the city gives the same verdicts.
    for (let n = 0; n < all.length; n += 60) batch.push(await send(all.slice(n, n + 60)));
    const inBatch = batch.reduce((sum, bytes) => sum + bytes, 0) / procedures.length;
    return [
      shown('procedures, each with all its papers, two pages a paper', procedures.length, ''),
      atMost('a dossier’s facts alone, on the wire, median', alone[alone.length >> 1] ?? 0, 'B', MOST_BYTES),
      shown('nineteen of twenty are below', percentile(alone, 0.95), 'B'),
      shown('the largest of them: nine papers of two pages', alone.at(-1) ?? 0, 'B'),
      shown('of the forty longer than 2 KB', alone.filter((bytes) => bytes > MOST_BYTES).length, ''),
      atMost('a dossier’s facts in a batch of twenty, mean', inBatch, 'B', MOST_BYTES),
    ];
  } finally {
    calls.close();
    await close();
  }
}
