import type { BackupStatus } from '../../../../shared/contracts/bridge/backup.ts';
import type { Meaning } from '../../../ui/theme/meanings.ts';

/** A desk without a second place is to be looked at too: one disk is one accident. */
export const backupMeaning: Readonly<Record<BackupStatus['state'], Meaning>> = {
  none: 'look',
  copying: 'moving',
  level: 'done',
  away: 'look',
  full: 'look',
  failing: 'look',
  refused: 'wrong',
};
