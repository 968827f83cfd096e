import { existsSync, readFileSync, statSync } from 'node:fs';
import { open as openInspector } from 'node:inspector';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findPackagedApp } from './packaged-app.ts';
import { resolveElectronHere } from './resolve-electron.ts';

type CommandLine = Readonly<{
  flags: readonly string[];
  preloaded: readonly string[];
  appPath: string | undefined;
  rest: readonly string[];
}>;
type Manifest = { main?: string; name?: string; productName?: string; version?: string };
type Found = Readonly<{ root: string; main: string; manifest: Manifest }>;

/**
 * What Electron's executable does: reads its command line, loads the application's main script, becomes ready.
 *
 * @param executable the file that was started; argv[0] of the application
 */
export async function launch(
  executable: string,
  electronVersion: string,
  words: readonly string[],
): Promise<void> {
  const line = readCommandLine(words);
  const packagedPath = line.appPath === undefined ? findPackagedApp(dirname(executable)) : undefined;
  const given = line.appPath ?? packagedPath;
  if (given === undefined) throw new Error('electron stand-in: no application given');
  const packaged = packagedPath !== undefined;
  const { root, main, manifest } = findMain(resolve(given));

  if (!packaged) Object.defineProperty(process, 'defaultApp', { value: true });
  Object.defineProperty(process, 'resourcesPath', { value: join(dirname(executable), 'resources') });
  process.argv = [executable, ...line.flags, ...(packaged ? [] : [given]), ...line.rest];
  resolveElectronHere(electronVersion);
  const { app, describeApp, startApp } = await import('./api/app.ts');
  await import('./electron.ts');
  const name = manifest.productName ?? manifest.name;
  describeApp({ path: root, name, version: manifest.version, packaged });
  passSwitches(app, [...line.flags, ...line.rest]);
  quitOnSignals(app);

  const require = createRequire(join(process.cwd(), 'x.js'));
  for (const file of line.preloaded) require(file);
  await import(pathToFileURL(main).href);
  await startApp();
}

function readCommandLine(words: readonly string[]): CommandLine {
  const flags: string[] = [];
  const preloaded: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '-r' || word === '--require') {
      at += 1;
      preloaded.push(words[at] ?? '');
    } else if (/^--inspect(-brk)?(=|$)/.test(word)) {
      openInspector(Number((word.split('=')[1] ?? '9229').split(':').pop()), '127.0.0.1');
    } else if (word.startsWith('-')) flags.push(word);
    else return { flags, preloaded, appPath: word, rest: words.slice(at + 1) };
  }
  return { flags, preloaded, appPath: undefined, rest: [] };
}

function findMain(path: string): Found {
  if (statSync(path).isDirectory()) {
    const manifest = readManifest(path);
    return { root: path, main: join(path, manifest.main ?? 'index.js'), manifest };
  }
  const root = dirname(path);
  let folder = root;
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  const isFound = existsSync(join(folder, 'package.json'));
  return { root, main: path, manifest: isFound ? readManifest(folder) : {} };
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

type App = Readonly<{
  commandLine: { appendSwitch(name: string, value?: string): void };
  setPath(name: string, path: string): void;
  isReady(): boolean;
  quit(): void;
}>;

/** Switches that Chromium itself must see, and the folder of the user's data. */
function passSwitches(app: App, words: readonly string[]): void {
  for (const word of words) {
    const [, name, value] = /^--([^=]+)(?:=(.*))?$/.exec(word) ?? [];
    if (name === undefined) continue;
    if (name === 'user-data-dir') app.setPath('userData', resolve(value ?? ''));
    else if (/^(use-|lang$|force-|disable-|enable-|remote-debugging-port$|no-sandbox$)/.test(name)) {
      app.commandLine.appendSwitch(name, value);
    }
  }
}

function quitOnSignals(app: App): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (app.isReady()) app.quit();
      else process.exit(130);
    });
  }
}
