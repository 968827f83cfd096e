import { randomBytes } from 'node:crypto';
import { sendChunk } from '../../../src/main/city/page-upload.ts';
import { startBadLine } from '../../support/bad-line.ts';
import { startLinePlug } from '../../support/line-plug.ts';
import { atMost, type ReportRow, shown } from '../report.ts';
import { openCalls, openDeskWithCity, settle } from './desk-with-city.ts';

const DOSSIERS = 20;
const PAGES_EACH = 4;
/** A scanned page at 150–200 dpi. */
const PAGE_BYTES = 150_000;
const SMALL_PIECE = 16 * 1024;

/** Every byte that crosses the line, both ways, from receiving twenty dossiers until the city says that it has them. */
async function aDay(): Promise<readonly ReportRow[]> {
  const lines: Awaited<ReturnType<typeof startBadLine>>[] = [];
  const { desk, close } = await openDeskWithCity(async (cityUrl) => {
    const line = await startBadLine(cityUrl, 400_000_000);
    lines.push(line);
    return line;
  });
  const [line] = lines;
  if (line === undefined) throw new Error('no line');
  const before = { sent: line.sentBytes(), received: line.receivedBytes() };
  let jsonBytes = 0;
  for (let n = 0; n < DOSSIERS; n += 1) {
    const pages = Array.from({ length: PAGES_EACH }, () => desk.addPage(randomBytes(PAGE_BYTES)));
    const { events } = await desk.receive({ pages });
    jsonBytes += Buffer.byteLength(JSON.stringify(events));
  }
  await settle(desk);
  const sent = line.sentBytes() - before.sent;
  const received = line.receivedBytes() - before.received;
  await close();
  await line.close();
  const pageBytes = DOSSIERS * PAGES_EACH * PAGE_BYTES;
  return [
    shown('dossiers with four pages of 150 KB', DOSSIERS, ''),
    shown('their facts as JSON', jsonBytes, 'B'),
    atMost('bytes sent ÷ payload (facts as JSON and pages)', sent / (jsonBytes + pageBytes), '', 1.05),
    atMost('bytes both ways ÷ bytes of the pages alone', (sent + received) / pageBytes, '', 1.05),
  ];
}

/** One page in the smallest pieces that a very slow line makes of it. */
async function smallPieces(): Promise<ReportRow> {
  const { city, desk, close } = await openDeskWithCity();
  const plug = await startLinePlug(city.url);
  const bytes = randomBytes(PAGE_BYTES * 4);
  const sha256 = desk.addPage(bytes);
  const { exchange, token, close: closeCalls } = await openCalls(desk, plug.url);
  const before = plug.sentBytes();
  for (let offset = 0; offset < bytes.length; offset += SMALL_PIECE) {
    const piece = bytes.subarray(offset, offset + SMALL_PIECE);
    const sent = await sendChunk(
      { exchange, hasNetwork: () => true },
      {
        ...{ token, sha256, mediaType: 'image/jpeg', byteLength: bytes.length },
        ...{ offset, begin: offset === 0, bytes: piece },
      },
    );
    if (!sent.ok) throw new Error(sent.fault.code);
  }
  const share = (plug.sentBytes() - before) / bytes.length;
  closeCalls();
  await plug.close();
  await close();
  return atMost('bytes sent ÷ a page in pieces of 16 KiB', share, '', 1.05);
}

export const measure = async (): Promise<readonly ReportRow[]> => [...(await aDay()), await smallPieces()];
