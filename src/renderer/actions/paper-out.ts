import type { DeskBridge } from '../../shared/contracts/bridge/desk-bridge.ts';
import type { DeskActions } from './desk-actions.ts';

type PaperOutActions = Pick<DeskActions, 'makeDocument' | 'openDocument' | 'saveDocument' | 'printDocument'>;

/** Slips and receipts: main makes them from the journal's facts, never from what the window says. */
export function createPaperOutActions(bridge: DeskBridge): PaperOutActions {
  return {
    makeDocument: (kind, dossierId) => bridge.call('document:make', { kind, dossierId }),
    openDocument: (documentId) => bridge.call('document:open', { documentId }),
    saveDocument: (documentId) => bridge.call('document:save', { documentId }),
    printDocument: (documentId, copies) =>
      bridge.call('document:print', { documentId, printer: null, copies }),
  };
}
