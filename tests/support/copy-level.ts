import type { BackupStatus } from '../../src/shared/contracts/bridge/backup.ts';

/** The copy on the second disk has every fact of the journal and every page. */
export const isCopyLevel = ({ state, copiedSeq, headSeq }: BackupStatus): boolean =>
  state === 'level' && copiedSeq === headSeq;
