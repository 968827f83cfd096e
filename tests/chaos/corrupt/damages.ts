import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../../support/files-below.ts';
import type { Random } from '../../support/seeded-random.ts';

async function flipByte(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x40, at);
  await writeFile(path, bytes);
}

async function segmentsOf(profile: string): Promise<readonly string[]> {
  const names = await readdir(join(profile, 'journal'));
  return names.filter((name) => name.endsWith('.seg')).map((name) => join(profile, 'journal', name));
}

const pageFiles = (profile: string): readonly string[] =>
  filesBelow(join(profile, 'pages'))
    .filter((name) => /[0-9a-f]{64}$/.test(name))
    .map((name) => join(profile, 'pages', name));

/** What happens to the files of a desk that lies still. `of`: what has to come back. */
export const DAMAGES = {
  'journal-flipped': async (profile: string, random: Random) => {
    const [first = ''] = await segmentsOf(profile);
    const { size } = await stat(first);
    // Behind the enrolment, before the last tenth: in the middle.
    await flipByte(first, Math.floor(size * (0.25 + random.next() * 0.6)));
  },
  'journal-torn': async (profile: string, random: Random) => {
    const last = (await segmentsOf(profile)).at(-1) ?? '';
    const { size } = await stat(last);
    await truncate(last, size - 1 - Math.floor(random.next() * Math.min(6000, size / 2)));
  },
  'journal-missing': async (profile: string) => {
    await rm((await segmentsOf(profile)).at(-1) ?? '');
  },
  'page-flipped': async (profile: string, random: Random) => {
    const pages = pageFiles(profile);
    const page = pages[Math.floor(random.next() * pages.length)] ?? '';
    await flipByte(page, Math.floor((await stat(page)).size * random.next()));
  },
  'page-missing': async (profile: string, random: Random) => {
    const pages = pageFiles(profile);
    await rm(pages[Math.floor(random.next() * pages.length)] ?? '');
  },
} as const;
export type DamageName = keyof typeof DAMAGES;
