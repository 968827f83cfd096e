import { useEffect, useState } from 'react';
import type { BackupStatus } from '../../../../shared/contracts/bridge/backup.ts';
import { useActions } from '../../../actions/actions-context.ts';

/** What lies on the second disk, as main says it; null until it has been asked. */
export function useBackup(): BackupStatus | null {
  const { backup } = useActions();
  const [status, setStatus] = useState<BackupStatus | null>(null);
  useEffect(() => {
    let told = false;
    const stop = backup.onChange((changed) => {
      told = true;
      setStatus(changed);
    });
    void backup.status().then((asked) => {
      // What was told meanwhile is newer.
      if (asked.ok && !told) setStatus(asked.value);
    });
    return stop;
  }, [backup]);
  return status;
}
