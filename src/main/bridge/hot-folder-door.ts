import { hostname } from 'node:os';
import type { Dialog } from 'electron';
import { Instant } from '../../shared/base/dates.ts';
import { hanoiDate } from '../../shared/base/hanoi-time.ts';
import type { Sha256 } from '../../shared/base/ids.ts';
import { type Failure, fail, ok, type Result } from '../../shared/base/result.ts';
import type {
  FileSettled,
  HotFolderChoice,
  HotFolderStatus,
  TakenFile,
} from '../../shared/contracts/bridge/hot-folder.ts';
import type { Notice } from '../../shared/contracts/bridge/notices.ts';
import type { DossierPage } from '../../shared/domain/page/page.ts';
import { type HotFolder, openHotFolder } from '../hot-folder/hot-folder.ts';
import type { DeskDoor } from './desk-door.ts';
import type { OpenDesk } from './open-desk.ts';
import { LARGEST_FILE_BYTES, type PageSources } from './page-routes.ts';

/** The hot folder of the open desk, as its channels see it. */
export type HotFolderDoor = {
  readonly status: () => Promise<Result<HotFolderStatus, Failure>>;
  readonly choose: (choice: HotFolderChoice) => Promise<Result<HotFolderStatus, Failure>>;
  readonly take: (name: string) => Promise<Result<TakenFile, Failure>>;
  readonly settle: (settled: FileSettled) => Promise<Result<Record<string, never>, Failure>>;
  readonly close: () => Promise<void>;
};

/** Pages of every draft that main keeps and of every dossier of this desk. */
async function pagesInUse(desk: OpenDesk): Promise<ReadonlySet<Sha256>> {
  const drafts = await desk.drafts.list();
  const papers = [
    ...(drafts.ok ? drafts.value.drafts.flatMap((draft) => draft.papers) : []),
    ...[...desk.facts.state().dossiers.values()].flatMap(({ content }) => content.papers),
  ];
  const loose = drafts.ok ? drafts.value.drafts.flatMap(({ loosePages }) => loosePages) : [];
  const pages: readonly DossierPage[] = [...loose, ...papers.flatMap((paper) => paper.pages)];
  return new Set(pages.map(({ sha256 }) => sha256));
}

/** Opens the folder with the first question of the window, once the desk is open. */
export function createHotFolderDoor(parts: {
  readonly door: DeskDoor;
  readonly importFile: PageSources['importFile'];
  readonly dialog: Pick<Dialog, 'showOpenDialog'>;
  readonly tell: (notice: Notice) => void;
  readonly newId: () => string;
  readonly logDefect: (where: string, defect: unknown) => void;
}): HotFolderDoor {
  let opened: Promise<HotFolder> | null = null;

  function open(desk: OpenDesk): Promise<HotFolder> {
    const { sealedFiles } = desk.parts;
    return openHotFolder({
      importFile: parts.importFile,
      areInUse: async (pages) => {
        const inUse = await pagesInUse(desk);
        return pages.every((page) => inUse.has(page));
      },
      load: sealedFiles.load,
      save: sealedFiles.save,
      // two desks of one name on one folder would take each other's files for their own
      desk: `${desk.facts.state().desk?.deskId ?? 'quay'}-${hostname()}`,
      today: () => hanoiDate(Instant.parse(new Date().toISOString())),
      newId: parts.newId,
      onChange: (status) => parts.tell({ type: 'hot-folder-changed', status }),
      logDefect: parts.logDefect,
      largestFileBytes: LARGEST_FILE_BYTES,
    });
  }

  async function withFolder<T>(
    work: (folder: HotFolder) => Promise<Result<T, Failure>> | Result<T, Failure>,
  ): Promise<Result<T, Failure>> {
    const desk = parts.door.desk();
    if (desk === null) return fail('desk-not-open', 'call-support');
    opened ??= open(desk);
    return work(await opened);
  }

  return {
    status: () => withFolder((folder) => ok(folder.status())),
    choose: ({ folder, polling }) =>
      withFolder(async (hotFolder) => {
        if (folder !== undefined) return hotFolder.choose(folder, polling);
        const { canceled, filePaths } = await parts.dialog.showOpenDialog({ properties: ['openDirectory'] });
        const chosen = filePaths[0];
        return canceled || chosen === undefined ? ok(hotFolder.status()) : hotFolder.choose(chosen, polling);
      }),
    take: (name) => withFolder((folder) => folder.take(name)),
    settle: (settled) => withFolder((folder) => folder.settle(settled)),
    close: async () => (await opened)?.close(),
  };
}
