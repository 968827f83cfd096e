import { stopwatchText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { useNow } from '../../ui/shell/use-now.ts';

/** Citizens wait at most 15 minutes (design §1). */
const PROMISED_SECONDS = 15 * 60;
/** Beyond this it is a dossier that was left, not a citizen at the desk. */
const LONGEST_SHOWN_SECONDS = 100 * 60;

/** How long this citizen has been at the desk. */
export function TransactionTimer({ startedAt }: { readonly startedAt: string }) {
  const t = useText();
  const now = useNow(1000);
  const seconds = (now.getTime() - Date.parse(startedAt)) / 1000;
  const over = seconds > PROMISED_SECONDS;
  const share = Math.min(1, Math.max(0, seconds / PROMISED_SECONDS));
  return (
    <div className="timer" data-over={over || undefined} role="timer">
      <span className="quiet">{t('intake.transaction')}</span>
      {seconds < LONGEST_SHOWN_SECONDS && <b>{stopwatchText(seconds)}</b>}
      <span className="timer-line" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span className="quiet">{over ? t('intake.overQuarter') : t('intake.ofQuarter')}</span>
    </div>
  );
}
