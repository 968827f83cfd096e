import type { BackupActions } from '../../../src/renderer/actions/backup.ts';
import type { Instant } from '../../../src/shared/base/dates.ts';
import { formatRecoveryCode } from '../../../src/shared/base/recovery-code.ts';
import { fail, ok } from '../../../src/shared/base/result.ts';
import type { BackupStatus, FoundBackup } from '../../../src/shared/contracts/bridge/backup.ts';

export const sampleCode = formatRecoveryCode(
  Uint8Array.from({ length: 20 }, (_, at) => (at * 37 + 11) % 256),
);

export const levelBackup: BackupStatus = {
  folder: '/media/luu-tru',
  state: 'level',
  reason: null,
  copiedSeq: 1204,
  headSeq: 1204,
  copiedAt: '2026-11-21T03:42:00.000Z' as Instant,
  pagesWaiting: 0,
  pagesLost: 0,
  pagesMended: 0,
  freeBytes: 212_000_000_000,
};

export const foundBackup: FoundBackup = {
  folder: '/media/luu-tru/quay-mot-cua-CN02-Q03',
  deskId: 'CN02-Q03',
  deskName: 'Quầy 03',
  branchName: 'Chi nhánh số 02 · Cầu Giấy',
  seq: 1204,
  copiedAt: '2026-11-21T03:42:00.000Z' as Instant,
  dossiers: 318,
  lastDossier: { code: 'H26.40.02-261121-0318', receivedAt: '2026-11-21T03:41:00.000Z' as Instant },
  unsentDossiers: 4,
};

/** A second disk in memory. */
export const fakeBackup: BackupActions = {
  status: async () => ok(levelBackup),
  choose: async ({ folder }) =>
    ok({
      status: { ...levelBackup, folder: folder ?? levelBackup.folder },
      recoveryCode: folder === null ? null : sampleCode,
    }),
  sheet: async () => ok(null),
  codeKept: async () => ok(null),
  find: async (folder) => ok({ backups: folder === '/media/trong' ? [] : [foundBackup] }),
  restore: async () => fail('recovery-code-wrong', 'officer-decides'),
  onChange: () => () => undefined,
};
