import { create } from 'zustand';
import type { HotFolderActions } from '../../../src/renderer/actions/hot-folder.ts';
import { ok } from '../../../src/shared/base/result.ts';
import type { FileOutcome, HotFolderStatus } from '../../../src/shared/contracts/bridge/hot-folder.ts';
import { storedPage } from './sample-pages.ts';

const NONE: HotFolderStatus = { folder: null, polling: false, state: 'none', waiting: [] };

/** The folder, and what became of each file, for tests to set and to look at. */
export const useFakeFolder = create<{
  readonly status: HotFolderStatus;
  readonly became: Readonly<Record<string, FileOutcome>>;
}>(() => ({ status: NONE, became: {} }));

let nextPage = 50;

/** A folder in memory; a file whose name begins with "hỏng" is damaged. */
export const fakeHotFolder: HotFolderActions = {
  status: async () => ok(useFakeFolder.getState().status),
  choose: async ({ folder, polling }) => {
    const path = folder === undefined ? '/home/quay/May quet' : folder;
    const state = path === null ? ('none' as const) : ('watched' as const);
    useFakeFolder.setState({ status: { folder: path, polling, state, waiting: [] } });
    return ok(useFakeFolder.getState().status);
  },
  take: async (name, keep) => {
    const claimId = crypto.randomUUID();
    const damaged = name.startsWith('hỏng');
    const taken = {
      claimId,
      pages: damaged ? [] : [storedPage(nextPage++)],
      fault: damaged ? { code: 'file-damaged', facts: { name } } : null,
    };
    const outcome = await keep(taken);
    useFakeFolder.setState(({ status, became }) => ({
      became: { ...became, [name]: outcome },
      status: { ...status, waiting: status.waiting.filter((file) => file.name !== name) },
    }));
    return ok(taken);
  },
  onChange: (listener) => useFakeFolder.subscribe(({ status }) => listener(status)),
};
