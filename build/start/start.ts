import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildIfStale } from '../app/build-if-stale.ts';
import { electronProgram } from '../app/electron-program.ts';
import { placePracticeScanner } from '../app/place-practice-scanner.ts';
import { launchEnvironment } from './launch-environment.ts';
import { startPracticeCity } from './start-practice-city.ts';

/**
 * `npm start`: builds what changed, starts the reference city with the sample catalogue and opens the practice desk.
 * Without a display the same main job runs headless, as `npm run demo`.
 */
const home = resolve(import.meta.dirname, '../..');

const { DISPLAY, WAYLAND_DISPLAY, DESK_SCREEN } = process.env;
if (process.platform === 'linux' && (DESK_SCREEN === 'virtual' || (!DISPLAY && !WAYLAND_DISPLAY))) {
  console.log('• No display here: the main job runs headless, as `npm run demo` does.');
  const demo = spawn(process.execPath, [join(home, 'tests/demo/demo.ts')], { stdio: 'inherit' });
  demo.on('exit', (code) => process.exit(code ?? 1));
} else {
  buildIfStale();
  const data = join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share'), 'quay-mot-cua-practice');
  mkdirSync(data, { recursive: true });
  console.log('• Starting the practice city (sample catalogue)…');
  const city = await startPracticeCity(join(data, 'city'));
  const [deskId, code] = Object.entries(city.codes)[0] ?? [];
  const scanner = existsSync('/usr/bin/scanimage') ? await placePracticeScanner(join(data, 'sane')) : {};
  console.log(`• Opening the desk (${deskId ?? 'practice'}). Data: ${data}`);
  console.log(
    `  Sample papers to hand in: ${join(home, 'tests/fixtures/pages')}; F7 scans from SANE's test scanner.`,
  );
  console.log('  Practice officers: Nguyễn Thu Hà, PIN 135790; Lê Quang Dũng (supervisor), PIN 246810.');
  const desk = spawn(
    electronProgram(),
    [
      home,
      `--user-data-dir=${join(data, 'desk')}`,
      '--practice',
      `--enrol-at=${city.url}`,
      ...(code === undefined ? [] : [`--enrol-code=${code}`]),
    ],
    { stdio: 'inherit', env: { ...process.env, ...launchEnvironment, ...scanner } },
  );
  desk.on('exit', async (code) => {
    await city.stop();
    process.exit(code ?? 1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => desk.kill(signal));
}
