import type { DayClosing } from '../../../shared/domain/day/day-closing.ts';
import type { DayStanding } from '../../../shared/domain/day/reconcile-day.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { timeText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { Note } from '../../ui/Note.tsx';

/** The day was closed: by whom, with what; and whether something came after. */
export function ClosedNote({
  closing,
  standing,
}: {
  readonly closing: DayClosing;
  readonly standing: DayStanding;
}) {
  const t = useText();
  const officer = useDeskView((view) =>
    closing.by === null ? undefined : view.desk?.officers.get(closing.by),
  );
  const since = standing.deskCount - closing.deskCount;
  return (
    <Note meaning={since > 0 ? 'look' : 'done'}>
      {t('day.closedAt', {
        at: timeText(new Date(closing.at)),
        who: officer?.fullName ?? '',
        paper: closing.paperCount,
        desk: closing.deskCount,
        city: closing.cityCount,
      })}
      {since > 0 && <> {t('day.closedBefore', { n: since })}</>}
      {closing.note !== '' && <div className="quiet">{closing.note}</div>}
    </Note>
  );
}
