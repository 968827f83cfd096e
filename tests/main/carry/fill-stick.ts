// Run by write-unsent.test.ts on a small disk: the plan knows how much room there is, the disk has less.
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeUnsent } from '../../../src/main/carry/write-unsent.ts';
import { madeUpUnsent } from './made-up-unsent.ts';

const disk = process.argv[2] ?? '';
const { ports } = madeUpUnsent(60, 200_000);
const order = { folder: disk, signal: new AbortController().signal, onProgress: () => undefined };
const names = () => readdirSync(disk).map((name) => name.replace(/_.*_/, '_'));

const first = await writeUnsent(ports, order);
const afterFirst = names();
for (const name of readdirSync(disk)) await writeFile(join(disk, name), '');

// Somebody else fills the stick while it is written.
let taken = false;
const second = await writeUnsent(ports, {
  ...order,
  onProgress: ({ doneBytes }) => {
    if (taken || doneBytes < 400_000) return;
    taken = true;
    void writeFile(join(disk, 'film.mkv'), Buffer.alloc(40_000_000)).catch(() => undefined);
  },
});
const afterSecond = names();
const third = await writeUnsent(madeUpUnsent(20_000, 100).ports, order);
console.log(
  JSON.stringify({
    first: first.ok ? { pages: first.value.pages, left: first.value.leftOut } : first.failure.code,
    afterFirst,
    second: second.ok ? 'ok' : second.failure.code,
    afterSecond: afterSecond.filter((name) => name !== 'film.mkv').length,
    third: third.ok ? 'ok' : third.failure.code,
  }),
);
