import { join } from 'node:path';
import {
  app,
  dialog,
  ipcMain,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
} from 'electron';
import { v7 as newUuidV7 } from 'uuid';
import { Instant } from '../shared/base/dates.ts';
import type { Notice } from '../shared/contracts/bridge/notices.ts';
import { type DeskWindow, openDeskWindow } from './app/desk-window.ts';
import { loadFontFile } from './app/font-files.ts';
import { createKeyring } from './app/keyring.ts';
import { limitMainHeap } from './app/main-heap.ts';
import { guardNavigation } from './app/navigation-guard.ts';
import { guardPermissions } from './app/permissions.ts';
import { DESK_SCHEME, registerDeskScheme } from './app/schemes.ts';
import { createStaticFiles } from './app/serve-static.ts';
import { parseStartOptions } from './app/start-options.ts';
import { limitWindowHeap } from './app/window-heap.ts';
import { answerChannels } from './bridge/answer-channels.ts';
import { createBackupDoor } from './bridge/backup-door.ts';
import { createCarryDoor } from './bridge/carry-door.ts';
import { createDeskDoor } from './bridge/desk-door.ts';
import { createDocumentExits } from './bridge/document-exits.ts';
import { createHotFolderDoor } from './bridge/hot-folder-door.ts';
import { openNativeReading } from './bridge/native-reading.ts';
import { openChannels } from './bridge/open-channels.ts';
import { openDesk } from './bridge/open-desk.ts';
import { openParts } from './bridge/open-parts.ts';
import { createPageRoutes } from './bridge/page-routes.ts';
import { createPageSources } from './bridge/page-sources.ts';
import { prepareRestore } from './bridge/restore-desk.ts';
import { createScanning } from './bridge/scanning.ts';
import { createDeskServer } from './bridge/serve-desk.ts';
import { startReading } from './bridge/start-reading.ts';
import { createFindDrives } from './carry/drives/find-drives.ts';
import { openDeskLog } from './diagnostics/log-to-file.ts';
import { createArchivalMaker } from './documents/archival-pdf/archival-maker.ts';
import { createDocumentMaker } from './documents/document-maker.ts';
import { FONT_NAMES } from './documents/layout/fonts.ts';
import { createImportProcesses } from './pages-in/process/import-in-process.ts';
import type { FromImport, ToImport } from './pages-in/process/import-messages.ts';
import importProgramPath from './pages-in/process/import-program.ts?modulePath';
import { createCupsPrinting } from './printing/cups-printing.ts';
import { openScanners } from './scanners/open-scanners.ts';
import { startDriverProcess } from './scanners/programs/driver-process.ts';
import wiaScript from './scanners/wia/scan-wia.ps1?raw';
import { cutTornLogs } from './window-copy/cut-torn-logs.ts';

// The boot list. Each step is a file of its own; here they only meet.
const here = import.meta.dirname;
const options = parseStartOptions(app.commandLine);
const nowInstant = (): Instant => Instant.parse(new Date().toISOString());
const preloadPath = join(here, '../preload/preload.cjs');
const staticFile = createStaticFiles(join(here, '../renderer'));
const builtOcr = join(here, '../renderer/ocr');

registerDeskScheme(protocol);
guardNavigation(app);
if (!options.read) {
  limitWindowHeap(app.commandLine);
  limitMainHeap();
}

// One desk on one profile: two writers would fight over the journal. The second start shows the first window.
// Reading has no journal and may run beside a desk.
if (options.read) {
  app.whenReady().then(readAndLeave);
} else if (!app.requestSingleInstanceLock()) {
  app.exit(0);
} else {
  app.whenReady().then(startDesk);
}

async function readAndLeave(): Promise<void> {
  const log = openDeskLog(app.getPath('userData'));
  guardPermissions(session.defaultSession);
  const { readingEngine: engine, engineChoiceFile } = options;
  const doors = { app, ipcMain, protocol, preloadPath, staticFile, builtOcr };
  const archivalMaker = openArchivalMaker(log.defect);
  const reading = {
    ...doors,
    archivalMaker,
    engine,
    engineChoiceFile,
    logDefect: log.defect,
    tell: log.tell,
  };
  app.exit(await startReading(reading, process));
}

function openArchivalMaker(reportDefect: (code: string, defect: unknown) => void) {
  return createArchivalMaker({
    workerUrl: new URL('./archival-worker.js', import.meta.url),
    loadFont: () => loadFontFile(FONT_NAMES.regular),
    reportDefect,
  });
}

function startDesk(): void {
  const profile = join(app.getPath('userData'), 'desk');
  const log = openDeskLog(profile);
  process.on('uncaughtException', (defect) => log.defect('uncaught', defect));
  process.on('unhandledRejection', (defect) => log.defect('unhandled', defect));
  try {
    for (const cut of cutTornLogs(app.getPath('sessionData'))) log.tell('torn-log-cut', cut);
  } catch (defect) {
    // The journal is the truth; Chromium makes of its copy what it can.
    log.defect('torn-log-not-cut', defect);
  }

  let window: DeskWindow | null = null;
  const tell = (notice: Notice): void => window?.tell(notice);

  // The stand-in cannot say; then there is none.
  const resolveProxy = async (url: string): Promise<string> => session.defaultSession.resolveProxy(url);

  const door = createDeskDoor({
    version: app.getVersion(),
    standIn: process.env.ELECTRON_STAND_IN !== undefined,
    practice: options.practice,
    practiceCity:
      options.practice && options.enrolAt !== null ? { url: options.enrolAt, code: options.enrolCode } : null,
    openParts: (passphrase) =>
      openParts({
        profile,
        keyKeeper: createKeyring(safeStorage, process.platform),
        ...(passphrase === undefined ? {} : { passphrase }),
        now: nowInstant,
        newId: newUuidV7,
      }),
    openDesk: (parts) => openDesk(parts, log, tell, resolveProxy),
    resolveProxy,
    prepareRestore: ({ folder, recoveryCode }, passphrase) =>
      prepareRestore({
        profile,
        keyKeeper: createKeyring(safeStorage, process.platform),
        passphrase,
        dir: folder,
        recoveryCode,
      }),
    newId: newUuidV7,
  });

  const maker = createDocumentMaker({
    workerUrl: new URL('./document-worker.js', import.meta.url),
    loadFont: loadFontFile,
    reportDefect: log.defect,
  });
  const exits = createDocumentExits(dialog, shell);
  void exits.cleanUp();
  const importer = createImportProcesses(() =>
    startDriverProcess<ToImport, FromImport>(utilityProcess, importProgramPath, 'Files coming in'),
  );
  const pages = createPageSources(door, importer);
  // A scanned sheet enters the store by the same way as a file.
  const scanners = openScanners({
    utilityProcess,
    programPath: join(here, 'escl-program.js'),
    folder: profile,
    platform: process.platform,
    wiaScript,
  });
  const scanning = createScanning(scanners, (bytes, name) => pages.importFile(name, bytes), tell);
  const hotFolder = createHotFolderDoor({
    door,
    importFile: pages.importFile,
    dialog,
    tell,
    newId: newUuidV7,
    logDefect: log.defect,
  });
  const printing = createCupsPrinting();
  const carry = createCarryDoor({
    door,
    dialog,
    findDrives: createFindDrives(process.platform),
    tell,
    now: nowInstant,
    newId: newUuidV7,
    log: log.tell,
  });
  openChannels(
    ipcMain,
    answerChannels({
      profile,
      door,
      maker,
      archivalMaker: openArchivalMaker(log.defect),
      whole: pages.whole,
      makeReady: pages.makeReady,
      printing,
      scanning,
      hotFolder,
      carry,
      exits,
      backup: createBackupDoor({ door, maker, printing, exits, dialog }),
      mayClose: () => window?.mayClose(),
    }),
    log.defect,
  );

  const pageRoutes = createPageRoutes(pages);
  const nativeReading = openNativeReading({
    reading: pages.reading,
    builtOcr,
    folder: join(profile, 'reading-model'),
    keptChoice: options.engineChoiceFile ?? join(profile, 'reading-engine.json'),
    forced: options.readingEngine,
    tell: log.tell,
  });
  const serve = createDeskServer({
    routes: () => [nativeReading.routes, pageRoutes],
    staticFile,
    logDefect: log.defect,
  });
  protocol.handle(DESK_SCHEME, serve);
  guardPermissions(session.defaultSession);

  window = openDeskWindow(preloadPath, 'index.html', !options.hidden, log.defect);
  powerMonitor.on('resume', () => door.desk()?.line()?.afterSleep());
  app.on('second-instance', () => window?.bringForward());
  app.on('window-all-closed', () => app.quit());

  let closing = false;
  app.on('will-quit', (event) => {
    if (closing) return;
    // Once: let what is being written end, then go.
    closing = true;
    event.preventDefault();
    scanning.cancelAll();
    importer.close();
    nativeReading.close();
    const ending = [
      carry.close(),
      door.desk()?.close(),
      maker.close(),
      scanners.close(),
      hotFolder.close(),
      exits.cleanUp(),
    ];
    void Promise.allSettled(ending).then(() => app.quit());
  });
}
