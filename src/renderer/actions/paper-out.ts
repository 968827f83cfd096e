import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { DeskActions } from './desk-actions.ts';

type PaperOutActions = Pick<
  DeskActions,
  'makeDocument' | 'makeSeparatorSheet' | 'openDocument' | 'saveDocument' | 'printDocument'
>;

/** Papers that leave the desk: main makes slips and receipts them from the journal's facts, never from what the window says. */
export function createPaperOutActions(bridge: DeskBridge): PaperOutActions {
  return {
    makeDocument: (kind, dossierId) => bridge.call('document:make', { kind, dossierId }),
    makeSeparatorSheet: () => bridge.call('document:make', { kind: 'separator-sheet' }),
    openDocument: (documentId) => bridge.call('document:open', { documentId }),
    saveDocument: (documentId) => bridge.call('document:save', { documentId }),
    printDocument: (documentId, copies) =>
      bridge.call('document:print', { documentId, printer: null, copies }),
  };
}
