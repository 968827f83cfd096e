import type { OfficerId } from '../../../shared/base/ids.ts';
import type { DeskAct } from '../../../shared/contracts/bridge/refused-act.ts';
import { dayText } from '../../text/dates-and-money.ts';
import type { Text } from '../../text/use-text.ts';

/** What the officer did, or the desk by itself, in the officer's words. */
export function actWords(t: Text, act: DeskAct, nameOf: (officerId: OfficerId) => string): string {
  switch (act.type) {
    case 'desk-enrolled':
      return t('lineScreen.acts.desk-enrolled');
    case 'officer-signed-in':
    case 'officer-signed-out':
      return t(`lineScreen.acts.${act.type}`, { name: nameOf(act.officerId) });
    case 'number-lease-received':
      return t(`lineScreen.acts.number-lease-received.${act.kind}`, { from: act.from, to: act.to });
    case 'number-voided':
      return t(`lineScreen.acts.number-voided.${act.kind}`, {
        // As it stands on the printed receipt.
        n: act.kind === 'receipt' ? String(act.number).padStart(8, '0') : act.number,
      });
    case 'number-leases-closed':
      return t('lineScreen.acts.number-leases-closed', { n: act.blocks });
    case 'day-closed':
      return t('lineScreen.acts.day-closed', { date: dayText(act.date) });
  }
}
