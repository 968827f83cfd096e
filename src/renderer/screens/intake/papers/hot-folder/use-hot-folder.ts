import { useCallback, useEffect } from 'react';
import { create } from 'zustand';
import type { Result } from '../../../../../shared/base/result.ts';
import type { HotFolderChoice, HotFolderStatus } from '../../../../../shared/contracts/bridge/hot-folder.ts';
import { useActions } from '../../../../actions/actions-context.ts';

const NONE: HotFolderStatus = { folder: null, polling: false, state: 'none', waiting: [] };
const useStatus = create<HotFolderStatus>(() => NONE);

/** The watched folder as main last told of it. */
export function useHotFolder() {
  const { hotFolder } = useActions();
  const status = useStatus();

  useEffect(() => {
    const stop = hotFolder.onChange((told) => useStatus.setState(told));
    void hotFolder.status().then((asked) => {
      if (asked.ok) useStatus.setState(asked.value);
    });
    return stop;
  }, [hotFolder]);

  const choose = useCallback(
    async (choice: HotFolderChoice): Promise<Result<HotFolderStatus>> => {
      const chosen = await hotFolder.choose(choice);
      if (chosen.ok) useStatus.setState(chosen.value);
      return chosen;
    },
    [hotFolder],
  );
  return { status, choose };
}
