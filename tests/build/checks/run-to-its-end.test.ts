import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { runToItsEnd } from '../../../build/checks/run-to-its-end.ts';

const MINUTE_MS = 60_000;
const run = (script: string, limitMs = MINUTE_MS) =>
  runToItsEnd(process.execPath, ['-e', script], { folder: tmpdir(), limitMs });

/** A process in a session of its own that outlives who started it, as a desk does. */
const LEAVES_ONE =
  "require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 6e5)'], { detached: true, stdio: 'inherit' }).unref()";

it('gives the exit code of a program that ends by itself and leaves nothing', async () => {
  expect(await run('process.exit(3)')).toEqual({ code: 3, late: false, left: 0 });
});

it('ends what a program left running', async () => {
  expect(await run(LEAVES_ONE)).toEqual({ code: 0, late: false, left: 1 });
});

it('ends a program that goes on beyond its time, with all that it started', async () => {
  const { code, late, left } = await run(`${LEAVES_ONE}; setTimeout(() => {}, 6e5)`, 3000);
  expect(late).toBe(true);
  expect(code).not.toBe(0);
  expect(left).toBe(1);
});

it('a program that is not there is a failure', async () => {
  const ending = await runToItsEnd('/nowhere/program', [], { folder: tmpdir(), limitMs: MINUTE_MS });
  expect(ending.code).not.toBe(0);
});
