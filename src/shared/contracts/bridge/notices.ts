import type { StoredPage } from '../../domain/page/page.ts';
import type { HotFolderStatus } from './hot-folder.ts';
import type { LineStatus } from './line-status.ts';

/** What main tells the window without being asked. Each says only that something is new; the window then reads it. */
export type Notice =
  | { readonly type: 'journal-grew'; readonly seq: number }
  | { readonly type: 'city-stream-grew'; readonly position: number }
  | { readonly type: 'line-changed'; readonly status: LineStatus }
  | { readonly type: 'hot-folder-changed'; readonly status: HotFolderStatus }
  | { readonly type: 'reference-changed'; readonly version: number }
  | {
      readonly type: 'scan-progress';
      readonly scanId: string;
      readonly page: StoredPage;
      readonly count: number;
    };
