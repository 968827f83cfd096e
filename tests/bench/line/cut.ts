import { randomBytes } from 'node:crypto';
import { chunkBytes } from '../../../src/main/city/pace.ts';
import { startLinePlug } from '../../support/line-plug.ts';
import { atMost, type ReportRow, shown } from '../report.ts';
import { openDeskBehind, settle } from './desk-with-city.ts';

const PAGE_BYTES = 6_000_000;
/** Headers, facts, the feed and the question where the page stands. */
const BESIDES_BYTES = 24_000;

/** Bytes sent again when the line is cut after so much of one page, against the piece that was under way. */
async function cutAt(share: number): Promise<readonly ReportRow[]> {
  const { desk, line: plug, close } = await openDeskBehind(startLinePlug);
  try {
    const sha256 = desk.addPage(randomBytes(PAGE_BYTES));
    const before = plug.sentBytes();
    plug.cutAfterSending(PAGE_BYTES * share);
    await desk.receive({ pages: [sha256] });
    await settle(desk);
    const again = Math.max(0, plug.sentBytes() - before - PAGE_BYTES);
    const piece = chunkBytes(desk.line().status().bytesPerSecond);
    const name = `cut at ${share * 100} % of a page`;
    return [
      shown(`${name}: a piece, by the measured rate`, piece, 'B'),
      atMost(`${name}: bytes sent again`, again, 'B', piece + BESIDES_BYTES),
    ];
  } finally {
    await close();
  }
}

export const measure = async (): Promise<readonly ReportRow[]> => [
  ...(await cutAt(0.5)),
  ...(await cutAt(0.99)),
];
