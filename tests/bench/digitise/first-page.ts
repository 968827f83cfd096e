import { median } from '../median.ts';
import { atLeast, atMost, type ReportRow, shown } from '../report.ts';
import { openCounterDesk } from './counter-desk.ts';
import { twentyScans } from './evalset.ts';
import { runNative } from './native-tesseract.ts';

/** One sample of three swings by a fifth on a machine that others share. */
const ROUNDS = 7;
const LONGEST_MS = 60_000;

/**
 * From the file that is handed to a desk that has read nothing yet, to its text on the screen – coming in, sealing,
 * straightening, reading, keeping – beside the installed tesseract on the same file. One page after the other, each in a
 * desk of its own.
 */
export async function measureFirstPage(): Promise<readonly ReportRow[]> {
  const scans = twentyScans()
    .filter(({ name }) => name.includes('_300'))
    .slice(0, ROUNDS);
  if (scans.length === 0) return [atLeast('pages to read', 0, '', 1)];
  const ours: number[] = [];
  const native: number[] = [];
  for (const { path } of scans) {
    native.push((await runNative([path], 1)).seconds);
    ours.push(await secondsToText(path));
  }
  const ratio = median(ours.map((seconds, at) => seconds / (native[at] ?? Number.NaN)));
  return [
    atMost('first page, from file to text on the screen: ours to native', ratio, '', 1.2),
    shown('first page: ours', median(ours), 's'),
    shown('first page: native', median(native), 's'),
  ];
}

async function secondsToText(file: string): Promise<number> {
  const desk = await openCounterDesk();
  try {
    // Seen by the window itself: from the file in its hands to the frame in which nothing waits to be read any more.
    const measured = desk.page.evaluate(
      (longestMs) =>
        new Promise<number>((settle, refuse) => {
          let startedMs = 0;
          let waited = false;
          const isWaiting = (): boolean => document.body.textContent.includes('Đang đọc chữ, còn');
          const look = (): void => {
            if (isWaiting()) waited = true;
            else if (waited) {
              requestAnimationFrame(() => settle(performance.now() - startedMs));
              return;
            }
            requestAnimationFrame(look);
          };
          document.addEventListener(
            'change',
            () => {
              startedMs = performance.now();
              look();
            },
            { capture: true, once: true },
          );
          setTimeout(() => refuse(new Error('no text on the screen')), longestMs);
        }),
      LONGEST_MS,
    );
    await desk.hand([file]);
    return (await measured) / 1000;
  } finally {
    await desk.close();
  }
}
