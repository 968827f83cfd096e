import type { ReportRow } from './report.ts';

type Part = () => Promise<readonly ReportRow[]>;

/** What is measured under which name; loaded when it is its turn. */
const PARTS: Readonly<Record<string, Part>> = {
  accuracy: async () => (await import('./digitise/accuracy.ts')).measureAccuracy(),
  imaging: async () => (await import('./digitise/imaging.ts')).measureImaging(),
  orientation: async () => (await import('./digitise/orientation.ts')).measureOrientation(),
  speed: async () => (await import('./digitise/speed.ts')).measureSpeed(),
  'first-page': async () => (await import('./digitise/first-page.ts')).measureFirstPage(),
  window: async () => (await import('./digitise/bundle-in-window.ts')).measureBundleInWindow(),
  archival: async () => (await import('./digitise/archival.ts')).measureArchival(),
  bundle: async () => (await import('./digitise/archival.ts')).measureBundle(),
  mutated: async () => (await import('./digitise/mutated-files.ts')).measureMutated({ seed: 1, count: 2000 }),
  fields: async () => (await import('./digitise/fields.ts')).measureFields(),
  tones: async () => (await import('./digitise/tone-repair.ts')).measure(),
};

/**
 * `npm run bench -- digitise [PART…]`: from paper to data, beside native tesseract and OCRmyPDF. All parts, or those
 * that are named.
 */
export async function measure(names: readonly string[]): Promise<readonly ReportRow[]> {
  const unknown = names.find((name) => !(name in PARTS));
  if (unknown !== undefined) throw new Error(`${unknown} is none of: ${Object.keys(PARTS).join(', ')}`);
  const rows: ReportRow[] = [];
  for (const [name, part] of Object.entries(PARTS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const startedMs = performance.now();
    rows.push(...(await part()));
    console.log(`${name}: ${((performance.now() - startedMs) / 1000).toFixed(0)} s`);
  }
  return rows;
}
