import { createContext, useContext } from 'react';
import type { DeskActions } from './desk-actions.ts';

export const ActionsContext = createContext<DeskActions | null>(null);

/** The verbs of the desk. A defect outside the provider that `main.tsx` sets. */
export function useActions(): DeskActions {
  const actions = useContext(ActionsContext);
  if (actions === null) throw new Error('no actions around this screen');
  return actions;
}
