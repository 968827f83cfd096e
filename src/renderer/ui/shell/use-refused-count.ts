import { useMemo } from 'react';
import { useDeskView } from '../../state/desk-view.ts';

/** How many dossiers the city refuses as they stand: each is to be put right and sent again. */
export function useRefusedCount(): number {
  const dossiers = useDeskView((view) => view.desk?.dossiers);
  return useMemo(() => {
    let count = 0;
    for (const { city } of dossiers?.values() ?? []) if (city.kind === 'refused') count += 1;
    return count;
  }, [dossiers]);
}
