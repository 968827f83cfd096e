import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

const BUILD = resolve(import.meta.dirname, '../../../build');

/** Stands for npm: notes how it was called and does what an install leaves behind. */
const NPM = `#!/bin/sh
echo "npm $*" >> npm-calls.txt
[ -n "$NPM_FAILS" ] && exit 1
mkdir -p node_modules/electron node_modules/node/bin
ln -sf "$REAL_NODE" node_modules/node/bin/node
echo '{"version":"1.2.3"}' > node_modules/electron/package.json
echo '{}' > node_modules/.package-lock.json
`;

export type SmallProject = Readonly<{
  home: string;
  run(script: string, words?: readonly string[], env?: Readonly<Record<string, string>>): Outcome;
  npmCalls(): string[];
  write(path: string, text: string | Buffer): void;
  remove(): void;
}>;
export type Outcome = Readonly<{ code: number | null; signal: string | null; output: string }>;

/** A project in a new folder with the real set-up scripts, no packages, and an npm that only pretends. */
export function createSmallProject(): SmallProject {
  const home = mkdtempSync(join(tmpdir(), 'setup-test-'));
  const write = (path: string, text: string | Buffer): void => {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  };
  cpSync(join(BUILD, 'setup'), join(home, 'build/setup'), { recursive: true });
  cpSync(join(BUILD, 'electron-on-chromium/fake-dist'), join(home, 'build/electron-on-chromium/fake-dist'), {
    recursive: true,
  });
  write('package.json', '{ "type": "module" }');
  write('package-lock.json', '{ "lockfileVersion": 3 }');
  write('bin/npm', NPM);
  chmodSync(join(home, 'bin/npm'), 0o755);
  return {
    home,
    write,
    run(script, words = [], env = {}) {
      const path = [join(home, 'bin'), ...(process.env.PATH ?? '').split(delimiter)].join(delimiter);
      const ran = spawnSync(process.execPath, [join(home, 'build/setup', script), ...words], {
        cwd: home,
        encoding: 'utf8',
        env: { ...process.env, CI: '1', PATH: path, REAL_NODE: process.execPath, ...env },
      });
      return { code: ran.status, signal: ran.signal, output: ran.stdout + ran.stderr };
    },
    npmCalls() {
      const calls = join(home, 'npm-calls.txt');
      return existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
