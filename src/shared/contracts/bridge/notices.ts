import type { StoredPage } from '../../domain/page/page.ts';
import type { BackupStatus } from './backup.ts';
import type { HotFolderStatus } from './hot-folder.ts';
import type { LineStatus } from './line-status.ts';
import type { StartNotice } from './start-report.ts';

/** What main tells the window without being asked. Each says only that something is new; the window then reads it. */
export type Notice =
  | { readonly type: 'journal-grew'; readonly seq: number }
  | { readonly type: 'city-stream-grew'; readonly position: number }
  /** Something wrong with this desk that support has to know. */
  | { readonly type: 'found'; readonly notice: StartNotice }
  | { readonly type: 'line-changed'; readonly status: LineStatus }
  | { readonly type: 'backup-changed'; readonly status: BackupStatus }
  | { readonly type: 'hot-folder-changed'; readonly status: HotFolderStatus }
  /** The window is about to go: what is not kept yet is kept now, and `desk:may-close` says when. */
  | { readonly type: 'closing' }
  | { readonly type: 'reference-changed'; readonly version: number }
  | { readonly type: 'carry-progress'; readonly doneBytes: number; readonly totalBytes: number }
  | {
      readonly type: 'scan-progress';
      readonly scanId: string;
      readonly page: StoredPage;
      readonly count: number;
    };
