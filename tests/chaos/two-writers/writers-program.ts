// Two writers at one journal, as the window's commits and the desk's own facts are: a process of its own, so that the
// journal can be loaded without its head check. Prints one JSON line.
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Fact } from '../../../src/shared/domain/desk-log/fact.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { SWITCHES } from '../chaos-build/switches.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, runs: { type: 'string' }, without: { type: 'string' } },
});
const home = resolve(import.meta.dirname, '../../..');
const off = values.without;
const exchanged = SWITCHES.filter(({ name }) => name === off);
Object.assign(globalThis, { chaosOff: (name: string) => name === off });
registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context);
    const mine = exchanged.filter(({ file }) => pathToFileURL(join(home, file)).href === url);
    if (mine.length === 0) return loaded;
    let source = Buffer.from(loaded.source as Uint8Array).toString('utf8'); // a file of ours is never null
    for (const { find, put, file } of mine) {
      if (source.split(find).length !== 2) throw new Error(`${file} does not hold exactly once: ${find}`);
      source = source.replace(find, () => put);
    }
    return { ...loaded, source };
  },
});

// Only now: the hook must be there before the product is loaded.
const { openJournal } = await import('../../../src/main/journal/open-journal.ts');
const random = seededRandom(Number(values.seed));
const dir = await mkdtemp(join(tmpdir(), 'chaos-writers-'));
const { privateKey } = generateKeyPairSync('ed25519');
const opened = await openJournal({
  dir,
  key: Buffer.alloc(32, 7),
  sign: (hash) => sign(null, hash, privateKey).toString('base64url'),
  now: () => new Date().toISOString() as never, // an instant as zod brands it
  newId: randomUUID,
});
if (!opened.ok) throw new Error(opened.failure.code);
const { journal } = opened.value;

/** The facts are not judged here, only numbered: the journal is what is on trial. */
const append = (facts: readonly Fact[], expectedHead = journal.head()) =>
  journal.append({ expectedHead, command: randomUUID() as never, by: null, facts });
await append([{ type: 'desk-enrolled', desk: { deskId: 'QUAY-1' } } as never]);

const numbersIn = (facts: readonly Fact[]): readonly number[] =>
  facts.flatMap((fact) => (fact.type === 'number-voided' ? [fact.number] : []));
async function numbersInJournal() {
  const page = await journal.read({ afterSeq: 0, limit: 1_000_000 });
  if (!page.ok) throw new Error(page.failure.code);
  return { head: page.value.head, numbers: numbersIn(page.value.events.map(({ fact }) => fact)) };
}

let moved = 0;
/** Decides the next number on what it read; when another was quicker it decides again. */
async function takeNumbers(count: number): Promise<void> {
  for (let taken = 0; taken < count; ) {
    const { head, numbers } = await numbersInJournal();
    await new Promise((settle) => setTimeout(settle, random.between(0, 3)));
    const fact = { type: 'number-voided', kind: 'receipt', leaseId: 'L', number: numbers.length + 1 };
    const done = await append([fact as never], head);
    if (done.ok) taken += 1;
    else if (done.failure.code === 'head-moved') moved += 1;
    else throw new Error(done.failure.code);
  }
}
await Promise.all([takeNumbers(Number(values.runs)), takeNumbers(Number(values.runs))]);
const { numbers } = await numbersInJournal();
await journal.close();
await rm(dir, { recursive: true });
const twice = [...new Set(numbers.filter((number, index) => numbers.indexOf(number) !== index))];
console.log(JSON.stringify({ numbers: numbers.length, twice, moved }));
