import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of SANE's own practice scanner (`test` backend), and room for programs that stand before the real ones. */
export type PracticeSane = {
  readonly folder: string;
  /** Writes test.conf anew: `status` is what every read answers. */
  readonly configure: (status: string, more?: string) => void;
  /** From now on `scanimage` is this shell script. */
  readonly replaceProgram: (script: string) => void;
  readonly restore: () => void;
};

export function openPracticeSane(): PracticeSane {
  const folder = mkdtempSync(join(tmpdir(), 'quay-sane-'));
  const before = { PATH: process.env.PATH, SANE_CONFIG_DIR: process.env.SANE_CONFIG_DIR };
  writeFileSync(join(folder, 'dll.conf'), 'test\n');
  process.env.SANE_CONFIG_DIR = folder;
  const configure = (status: string, more = ''): void =>
    writeFileSync(
      join(folder, 'test.conf'),
      `number_of_devices 1\nmode Gray\ndepth 8\nresolution_min 50\nresolution_max 600\nresolution_quant 1\nresolution 50\ntest-picture "Grid"\nread-status-code "${status}"\n${more}\n`,
    );
  configure('Default');
  return {
    folder,
    configure,
    replaceProgram: (script) => {
      const programs = join(folder, 'bin');
      mkdirSync(programs, { recursive: true });
      writeFileSync(join(programs, 'scanimage'), `#!/bin/bash\n${script}\n`);
      chmodSync(join(programs, 'scanimage'), 0o755);
      process.env.PATH = `${programs}:${before.PATH}`;
    },
    restore: () => {
      process.env.PATH = before.PATH;
      if (before.SANE_CONFIG_DIR === undefined) delete process.env.SANE_CONFIG_DIR;
      else process.env.SANE_CONFIG_DIR = before.SANE_CONFIG_DIR;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A program that behaves as scanimage does until it scans; then it runs `scanning` with `$page N` writing a whole page.
 * `" -A"` with its blank: the folder of a scan may have `-A` in its name by chance. */
export const scriptedScanner = (scanning: string): string => `
case "$*" in
  *--formatted-device-list*) printf 'test:0\\tNoname\\tscripted\\n'; exit 0;;
  *" -A"*) printf '    --source Flatbed|ADF|ADF Duplex [Flatbed]\\n    --mode Gray|Color [Gray]\\n'; exit 0;;
esac
for argument in "$@"; do case "$argument" in --batch=*) pattern="\${argument#--batch=}";; esac; done
page() { file=$(printf "$pattern" "$1"); echo "page $1" > "$file.part"; mv "$file.part" "$file"; [ "$2" = quietly ] || echo "$file"; }
half() { file=$(printf "$pattern" "$1"); echo "half" > "$file.part"; }
${scanning}`;
