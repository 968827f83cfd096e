import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync, readlinkSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSmallProject, type SmallProject } from './small-project.ts';

const INSTALL = 'npm install --no-save --no-audit --no-fund --loglevel=error';
const ELF = Buffer.from('\x7fELF rest of a program', 'latin1');

let project: SmallProject;
beforeEach(() => {
  project = createSmallProject();
});
afterEach(() => project.remove());

const dist = (): string => join(project.home, 'node_modules/electron/dist');
const placeRealElectron = (program: Buffer): void => {
  project.write('node_modules/electron/dist/electron', program);
  project.write('node_modules/electron/path.txt', 'electron');
};

describe('packages of npm', () => {
  it('are installed in a clone without node_modules, and not a second time', () => {
    expect(project.run('ready.mjs').code).toBe(0);
    expect(project.run('ready.mjs').code).toBe(0);
    expect(project.npmCalls()).toEqual([INSTALL]);
  });

  it('are installed again when the lock file has changed', () => {
    project.run('ready.mjs');
    project.write('package-lock.json', '{ "lockfileVersion": 3, "changed": true }');
    utimesSync(join(project.home, 'node_modules/.package-lock.json'), 1, 1);
    project.run('ready.mjs');
    expect(project.npmCalls()).toEqual([INSTALL, INSTALL]);
  });

  it('are left alone when somebody has installed the changed lock file by hand', () => {
    project.run('ready.mjs');
    project.write('package-lock.json', '{ "lockfileVersion": 3, "changed": true }');
    project.write('node_modules/.package-lock.json', '{}');
    expect(project.run('ready.mjs').code).toBe(0);
    expect(project.npmCalls()).toEqual([INSTALL]);
  });

  it('that cannot be installed end everything with a sentence', () => {
    const { code, output } = project.run('ready.mjs', [], { NPM_FAILS: '1' });
    expect(code).toBe(1);
    expect(output).toContain('npm install failed (see above). Is the network there?');
  });
});

describe('Electron', () => {
  it('is replaced by the stand-in where it cannot be fetched, said loudly each time, in two languages', () => {
    for (const run of ['first', 'second']) {
      const { output } = project.run('ready.mjs');
      expect(output, run).toContain('THIS IS NOT ELECTRON');
      expect(output, run).toContain('ĐÂY KHÔNG PHẢI ELECTRON');
    }
    expect(readlinkSync(dist())).toBe('../../build/electron-on-chromium/fake-dist');
    // Electron's own package takes the whole text as the name.
    expect(readFileSync(join(project.home, 'node_modules/electron/path.txt'), 'utf8')).toBe('electron');
  });

  // With a real binary the set-up goes on to Debian packages; only its recognition is looked at here.
  it('itself is left untouched', () => {
    project.run('ready.mjs');
    rmSync(dist());
    placeRealElectron(ELF);
    const answer = spawnSync(
      process.execPath,
      [
        '-e',
        `import('${project.home}/build/setup/electron-binary.mjs').then((m) => m.placeElectron()).then(console.log)`,
      ],
      { encoding: 'utf8', env: { ...process.env, CI: '1' } },
    );
    expect(answer.stdout).toBe('electron\n');
    expect(readFileSync(join(dist(), 'electron'))).toEqual(ELF);
  });

  it('is recognised by being a program, not by its name', () => {
    project.run('ready.mjs');
    rmSync(dist());
    placeRealElectron(Buffer.from('#!/bin/sh\necho half a download'));
    const { output } = project.run('ready.mjs');
    expect(output).toContain('THIS IS NOT ELECTRON');
    expect(lstatSync(dist()).isSymbolicLink()).toBe(true);
  });
});

describe('run.mjs', () => {
  const SCRIPT = `
    const [way] = process.argv.slice(2);
    if (way === 'kill') process.kill(process.pid, 'SIGTERM');
    else {
      console.log(JSON.stringify({ words: process.argv.slice(2), path: process.env.PATH?.split(':')[0] }));
      process.exitCode = 7;
    }
    if (way === 'kill') setTimeout(() => undefined, 10_000);
  `;

  it('runs a TypeScript file with its arguments and the project’s tools, and hands on its exit code', () => {
    project.write('some/script.ts', SCRIPT);
    const { code, output } = project.run('run.mjs', ['some/script.ts', 'a', '--b=c']);
    expect(code).toBe(7);
    expect(JSON.parse(output.split('\n').find((line) => line.startsWith('{')) ?? '')).toEqual({
      words: ['a', '--b=c'],
      path: join(project.home, 'node_modules/.bin'),
    });
  });

  it('ends by the signal that ended the script', () => {
    project.write('some/script.ts', SCRIPT);
    expect(project.run('run.mjs', ['some/script.ts', 'kill']).signal).toBe('SIGTERM');
  });

  it('says how it is used when there is no such script', () => {
    const { code, output } = project.run('run.mjs', ['no/such.ts']);
    expect(code).toBe(1);
    expect(output).toContain('Usage: node build/setup/run.mjs');
    expect(project.npmCalls()).toEqual([]);
  });
});
