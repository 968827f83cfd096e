import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { electronProgram } from '../app/electron-program.ts';
import { launchEnvironment } from '../start/launch-environment.ts';
import { Archived, Outcome } from './outcome.ts';
import { archivedText, failureText, jsonLine, readableText } from './print-outcome.ts';
import { parseReadingRequest, USAGE } from './reading-request.ts';

/**
 * `npm run read -- FILE… [--json] [--pdf OUT.pdf] [--engine=native|wasm]`: reads pictures and PDFs with the desk's own
 * pipeline, without a window. Pages on standard output, in order, as they are ready; failures on standard error, and then exit code 1. All
 * pages also go into one archival PDF, when it is asked for.
 */
const OUTCOME_MARK = '@reading ';
const ARCHIVE_MARK = '@archive ';
const home = resolve(import.meta.dirname, '../..');

// npm runs scripts in the project's folder and says in INIT_CWD where the person stands.
const request = parseReadingRequest(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
if (typeof request === 'string') {
  console.error(`${request}\n${USAGE}`);
  process.exit(2);
}
const { files, asJson, pdf, engine } = request;

// In a process of its own: what building says must not get between the pages on standard output.
const built = spawnSync(process.execPath, [join(home, 'build/app/build-if-stale.ts')], {
  stdio: ['ignore', 2, 2],
});
if (built.status !== 0) process.exit(built.status ?? 1);
const profile = await mkdtemp(join(tmpdir(), 'read-'));
let failed = false;
let told = 0;
const log: string[] = [];

const switches = [
  ...(pdf === null ? [] : [`--archive-to=${pdf}`]),
  // Which engine is the quicker one of this PC is found out once and kept beside the build.
  engine === null
    ? `--engine-choice-file=${join(home, 'out/reading-engine.json')}`
    : `--reading-engine=${engine}`,
];
const desk = spawn(electronProgram(), [home, `--user-data-dir=${profile}`, ...switches, '--read', ...files], {
  stdio: ['ignore', 'pipe', 'pipe'],
  // What runs in Electron's place must not open a window for the hidden page.
  env: { ...process.env, ...launchEnvironment, STANDIN_HEADLESS: '1' },
});
const stop = (): void => void desk.kill('SIGTERM');
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
createInterface({ input: desk.stderr }).on('line', (line) => log.push(line));
createInterface({ input: desk.stdout }).on('line', (line) => {
  if (line.startsWith(ARCHIVE_MARK)) {
    const archived = Archived.parse(JSON.parse(line.slice(ARCHIVE_MARK.length)));
    if ('failure' in archived) failed = true;
    process.stderr.write(archivedText(archived, pdf ?? ''));
    return;
  }
  if (!line.startsWith(OUTCOME_MARK)) {
    log.push(line);
    return;
  }
  const outcome = Outcome.parse(JSON.parse(line.slice(OUTCOME_MARK.length)));
  told += 1;
  if ('failure' in outcome) {
    failed = true;
    process.stderr.write(failureText(outcome));
  } else process.stdout.write(asJson ? jsonLine(outcome) : readableText(outcome));
});

const code = await new Promise<number>((settle) => {
  desk.on('error', (problem) => {
    log.push(String(problem));
    settle(1);
  });
  desk.on('close', (exit) => settle(exit ?? 1));
});
await rm(profile, { recursive: true, force: true });
// Said only when something went wrong that no page's own sentence has explained; 1 is a file that failed.
if (told === 0 || code > 1 || (code === 1 && !failed)) console.error(log.slice(-40).join('\n'));
process.exitCode = failed || told === 0 || code !== 0 ? 1 : 0;
