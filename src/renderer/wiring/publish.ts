import type { StartNotice } from '../../shared/contracts/bridge/start-report.ts';
import { type DeskView, useDeskView } from '../state/desk-view.ts';

/** The one place that writes what the screens read. */
export const publish = (change: Partial<DeskView>): void => useDeskView.setState(change);

/** One of a kind: what is found again replaces what was said before. */
export function publishNotices(notices: readonly StartNotice[]): void {
  if (notices.length === 0) return;
  const codes = new Set(notices.map(({ code }) => code));
  useDeskView.setState((view) => ({
    notices: [...view.notices.filter(({ code }) => !codes.has(code)), ...notices],
  }));
}
