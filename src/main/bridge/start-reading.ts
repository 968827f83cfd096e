import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { App, IpcMain, Protocol } from 'electron';
import { fail, ok } from '../../shared/base/result.ts';
import { openDeskWindow } from '../app/desk-window.ts';
import { DESK_SCHEME } from '../app/schemes.ts';
import type { ArchivalMaker } from '../documents/archival-pdf/archival-maker.ts';
import type { ForcedEngine } from '../native-reading/engine-choice.ts';
import { openPageStore } from '../page-store/page-store.ts';
import { importFile } from '../pages-in/import-file.ts';
import { archivePath, filesToRead } from '../reading/files-to-read.ts';
import { readFiles } from '../reading/read-files.ts';
import { archiveLine } from '../reading/reading-outcome.ts';
import { type NativeReading, openNativeReading } from './native-reading.ts';
import { createPageRoutes, LARGEST_FILE_BYTES } from './page-routes.ts';
import { createReadingArchive, type ReadingArchive } from './reading-archive.ts';
import { createDeskServer } from './serve-desk.ts';
import { createShownPages } from './shown-pages.ts';
import { isTrustedSender } from './trusted-sender.ts';

const KEY_BYTES = 32;

export type ReadingStart = {
  readonly app: Pick<App, 'on' | 'getPath'>;
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly protocol: Pick<Protocol, 'handle'>;
  readonly preloadPath: string;
  readonly staticFile: (pathname: string) => Promise<Response>;
  /** The folder `ocr` of the built window. */
  readonly builtOcr: string;
  readonly engine: ForcedEngine | null;
  /** Keeps which engine was quicker; null: found out anew each time. */
  readonly engineChoiceFile: string | null;
  readonly archivalMaker: ArchivalMaker;
  readonly logDefect: (where: string, defect: unknown) => void;
  readonly tell: (what: string, facts?: Readonly<Record<string, unknown>>) => void;
};

type Terminal = Pick<NodeJS.Process, 'argv' | 'cwd' | 'stdout'>;

/** A defect of ours; 1 is a file that could not be read. */
const DEFECT = 70;

/** `--read FILE…`: the desk's own way from a file to its text, without a desk. Gives the exit code, 0, 1 or 70. */
export async function startReading(parts: ReadingStart, terminal: Terminal): Promise<number> {
  let code: number = DEFECT;
  try {
    code = await readAll(parts, terminal);
  } catch (defect) {
    parts.logDefect('reading', defect);
  }
  // Where pipes are asynchronous the last lines must be out before the process ends.
  await new Promise<void>((done) => terminal.stdout.write('', () => done()));
  return code;
}

/** Pages lie in a store of their own, sealed with a key that is never written down, and go when all is read. */
async function readAll(parts: ReadingStart, terminal: Terminal): Promise<0 | 1> {
  const userData = parts.app.getPath('userData');
  await mkdir(userData, { recursive: true });
  const dir = await mkdtemp(join(userData, 'reading-'));
  let native: NativeReading | null = null;
  let archive: ReadingArchive | null = null;
  try {
    const opened = await openPageStore({ dir, key: randomBytes(KEY_BYTES) });
    if (!opened.ok) throw new Error(`no page store for reading: ${opened.failure.code}`);
    const pages = opened.value;
    const shown = createShownPages(() => pages);
    const { reading } = shown;
    // The reading page asks for nothing but pictures and words to read.
    const routes = createPageRoutes({ ...NOTHING_ELSE, reading, textLayer: shown.textLayer });
    const engines = openNativeReading({
      reading,
      builtOcr: parts.builtOcr,
      folder: join(dir, 'model'),
      keptChoice: parts.engineChoiceFile ?? join(dir, 'engine-choice.json'),
      forced: parts.engine,
      tell: parts.tell,
    });
    native = engines;
    parts.protocol.handle(
      DESK_SCHEME,
      createDeskServer({
        routes: () => [engines.routes, routes],
        staticFile: parts.staticFile,
        logDefect: parts.logDefect,
      }),
    );
    const archiveTo = archivePath(terminal.argv, terminal.cwd());
    if (archiveTo !== null) {
      archive = createReadingArchive({
        maker: parts.archivalMaker,
        path: archiveTo,
        title: basename(archiveTo).replace(/\.pdf$/i, ''),
        subject: filesToRead(terminal.argv, terminal.cwd())
          .map((file) => basename(file))
          .join(', '),
        createdAt: new Date(),
        whole: shown.whole,
      });
    }
    const code = await readFiles({
      argv: terminal.argv,
      workingFolder: terminal.cwd(),
      ipcMain: parts.ipcMain,
      isTrustedSender,
      importFile: async (name, bytes) => {
        const imported = await importFile({ name, bytes }, { putPage: shown.putPage });
        return imported.ok ? ok(imported.value.pages) : imported;
      },
      largestFileBytes: LARGEST_FILE_BYTES,
      openReadingPage: (onLost) => {
        parts.app.on('web-contents-created', (_event, contents) => {
          contents.on('render-process-gone', onLost);
        });
        openDeskWindow(parts.preloadPath, 'reader.html', false, parts.logDefect);
      },
      write: (line) => terminal.stdout.write(line),
      alsoTell: (outcome) => archive?.add(outcome),
    });
    if (archive === null) return code;
    const archived = await archive.finish();
    terminal.stdout.write(archiveLine(archived));
    return archived.ok ? code : 1;
  } finally {
    await archive?.giveUp();
    native?.close();
    await rm(dir, { recursive: true, force: true });
  }
}

const NOTHING_ELSE = {
  original: async () => null,
  upright: async () => null,
  quality: async () => null,
  document: async () => null,
  importFile: async () => fail('desk-not-open', 'call-support'),
} as const;
