import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { watchTree } from './watch-tree.ts';

const command = resolve(import.meta.dirname, '../../../build/read/read.ts');

/** One line of `npm run read -- --json`. */
export type ReadPage = {
  readonly file: string;
  readonly text: string;
  readonly engine: string;
  readonly kind: { readonly kind: string } | null;
  readonly codes: readonly { readonly text: string }[];
  readonly mrz: readonly string[] | null;
  readonly rotationDegrees: number;
  readonly seconds: number;
};

export type CommandRun = {
  readonly pages: readonly ReadPage[];
  readonly seconds: number;
  readonly cpuSeconds: number;
};

/** The command as offices use it, on all files in one go. */
export async function runReadCommand(
  files: readonly string[],
  words: readonly string[] = [],
): Promise<CommandRun> {
  // All of its processes name this folder: so they are found.
  const temporary = await mkdtemp(join(tmpdir(), 'bench-read-'));
  const startedMs = performance.now();
  const ran = spawn(process.execPath, [command, '--json', ...words, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: temporary },
  });
  const tree = watchTree(temporary);
  let said = '';
  ran.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await new Promise((settle) => ran.on('close', settle));
  const seconds = (performance.now() - startedMs) / 1000;
  const { cpuSeconds } = tree.stop();
  await rm(temporary, { recursive: true, force: true });
  const pages = said
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ReadPage);
  return { pages, seconds, cpuSeconds };
}
