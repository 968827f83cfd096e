import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { type StoredViews, StoredViewsContext, useStored } from '../../../src/renderer/state/use-stored.ts';
import { createReadingJobs } from '../../../src/renderer/storage/reading-jobs.ts';
import { createStoredViews } from '../../../src/renderer/wiring/stored-views.ts';
import type { Sha256 } from '../../../src/shared/base/ids.ts';
import type { PageReading } from '../../../src/shared/contracts/bridge/reading.ts';
import { plainReading } from '../../support/plain-reading.ts';
import { aCopy } from '../support/a-copy.ts';

const PAGES = 40;
const sha = (at: number): Sha256 => at.toString(16).padStart(64, '0') as Sha256;
const pages = Array.from({ length: PAGES }, (_, at) => ({ sha256: sha(at) }));

const reading = (sha256: Sha256): PageReading => ({
  ...plainReading,
  sha256,
  rotation: 0,
  text: 'GIẤY KHAI SINH',
  words: [{ text: 'GIẤY', line: 0, confidence: 0.9, box: { x: 0.1, y: 0.1, width: 0.1, height: 0.02 } }],
  fields: [],
  meanConfidence: 0.9,
  skewDegrees: 0,
  blank: false,
  seconds: 1,
});

/** Each page twice, as in the strip, and once more in a list of all. */
function Strip() {
  const all = useStored().useReadings(pages);
  return (
    <>
      <p>{`${all.size} of ${PAGES}`}</p>
      {pages.flatMap((one) => [0, 1].map((twice) => <Thumb key={`${one.sha256}${twice}`} {...one} />))}
      <Words {...(pages[0] ?? { sha256: sha(0) })} />
    </>
  );
}

function Thumb({ sha256 }: { readonly sha256: Sha256 }) {
  const { reading: found } = useStored().useReading({ sha256 });
  return <i>{found === undefined ? 'waits' : 'words' in found || 'text' in found ? 'heavy' : 'light'}</i>;
}

function Words({ sha256 }: { readonly sha256: Sha256 }) {
  const words = useStored().useWords({ sha256 });
  return <p>{`words: ${words?.map(({ text }) => text).join() ?? 'none'}`}</p>;
}

const show = (stored: StoredViews) =>
  render(
    <StoredViewsContext value={stored}>
      <Strip />
    </StoredViewsContext>,
  );

describe('what screens are told of readings', () => {
  it('comes without words, but for the page before the eyes; each row is fetched a few times, however many pages there are', async () => {
    const { database } = await aCopy();
    let fetched = 0;
    database.pageReadings.hook('reading', (row) => {
      fetched += 1;
      return row;
    });
    const jobs = createReadingJobs(database, () => 1);
    const { container } = await show(createStoredViews(database));
    for (const { sha256 } of pages) {
      await jobs.add({ sha256, rotation: 0 });
      await jobs.save({ sha256, rotation: 0 }, reading(sha256));
    }
    await expect.element(page.getByText(`${PAGES} of ${PAGES}`)).toBeInTheDocument();
    await expect.element(page.getByText('words: GIẤY')).toBeInTheDocument();
    const said = [...container.querySelectorAll('i')].map(({ textContent }) => textContent);
    expect(new Set(said)).toEqual(new Set(['light']));
    // Written, looked up once or twice as it changes: not once more for every page that comes after it.
    expect(fetched).toBeLessThan(PAGES * 6);
  });

  it('a page more in a list asks for that page only, and a page less is let go of', async () => {
    const { database } = await aCopy();
    const jobs = createReadingJobs(database, () => 1);
    for (const { sha256 } of pages) await jobs.save({ sha256, rotation: 0 }, reading(sha256));
    const stored = createStoredViews(database);
    const List = ({ shown }: { readonly shown: number }) => (
      <p>{`list: ${stored.useReadings(pages.slice(0, shown)).size}`}</p>
    );
    const { rerender } = await render(<List shown={PAGES - 1} />);
    await expect.element(page.getByText(`list: ${PAGES - 1}`)).toBeInTheDocument();
    let fetched = 0;
    database.pageReadings.hook('reading', (row) => {
      fetched += 1;
      return row;
    });
    await rerender(<List shown={PAGES} />);
    await expect.element(page.getByText(`list: ${PAGES}`)).toBeInTheDocument();
    expect(fetched).toBeLessThan(4);
    await rerender(<List shown={2} />);
    await expect.element(page.getByText('list: 2')).toBeInTheDocument();
  });
});
