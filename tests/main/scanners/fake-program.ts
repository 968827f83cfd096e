import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A shell script that stands where a scanning program would; its device's state is two small files. */
export function openFakeProgram(script: string) {
  const folder = mkdtempSync(join(tmpdir(), 'quay-fake-'));
  const program = join(folder, 'program');
  const put = (name: string, value: number): void => writeFileSync(join(folder, name), String(value));
  put('sheets', 0);
  put('stand-still', 999);
  writeFileSync(
    program,
    `#!/bin/bash
echo "$@" >> ${folder}/asked
sheets=$(cat ${folder}/sheets); still=$(cat ${folder}/stand-still)
feed() { [ "$sheets" -gt 0 ] || return 1; sheets=$((sheets - 1)); echo $sheets > ${folder}/sheets; }
stand_still() { [ "$1" -lt "$still" ] || exec sleep 60; }
${script}`,
  );
  chmodSync(program, 0o755);
  return {
    folder,
    program,
    load: (sheets: number) => put('sheets', sheets),
    standStillAfter: (pages: number) => put('stand-still', pages),
    /** Every command line, in order. */
    asked: () => readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n'),
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}
