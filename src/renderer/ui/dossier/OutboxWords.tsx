import type { DossierId } from '../../../shared/base/ids.ts';
import type { OutboxRow } from '../../../shared/contracts/bridge/line-outbox.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { shortMomentText, sizeText } from '../../text/dates-and-money.ts';
import type { Text } from '../../text/use-text.ts';
import { useText } from '../../text/use-text.ts';

/** When the city will have it, or why that cannot be said; null when there is nothing to say. */
export function outboxWords(t: Text, row: OutboxRow, now: Date): string | null {
  const because = row.because === null ? null : t(`lineScreen.because.${row.because}`);
  const doneAt =
    row.doneAt === null || row.waitsFor === 'word'
      ? null
      : t('lineScreen.doneAt', { at: shortMomentText(row.doneAt, now) });
  const said = [because, doneAt].filter((words) => words !== null).join(' · ');
  return said === '' ? null : said;
}

/** The quiet line under a dossier's standing: what main says of its way to the city. */
export function OutboxWords({ dossierId, now }: { readonly dossierId: DossierId; readonly now: Date }) {
  const t = useText();
  const row = useDeskView((view) => view.outbox?.rows.get(dossierId));
  if (row === undefined) return null;
  const words = outboxWords(t, row, now);
  if (words === null) return null;
  const left =
    row.pagesLeft === 0
      ? ''
      : ` · ${t('lineScreen.leftOf', { n: row.pagesLeft, size: sizeText(row.bytesLeft) })}`;
  return <div className="quiet outbox-words">{`${words}${left}`}</div>;
}
