// Run by write-unsent.test.ts as a process of its own: `node export-in-process.ts FOLDER DOSSIERS PAGE_BYTES`.
import { writeUnsent } from '../../../src/main/carry/write-unsent.ts';
import { madeUpUnsent } from './made-up-unsent.ts';

const [folder = '', dossiers = '1', pageBytes = '1000'] = process.argv.slice(2);
const { ports } = madeUpUnsent(Number(dossiers), Number(pageBytes));
let peakBytes = 0;
console.log('begun');
const written = await writeUnsent(ports, {
  folder,
  signal: new AbortController().signal,
  onProgress: () => {
    peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
  },
});
console.log(JSON.stringify(written.ok ? { ...written.value, peakBytes } : { failure: written.failure }));
