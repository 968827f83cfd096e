import type { RefusedActs } from '../../../shared/contracts/bridge/refused-act.ts';
import { shortMomentText } from '../../text/dates-and-money.ts';
import { actRefusalSentence } from '../../text/sentence-by-code.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { useOfficerName } from '../../ui/dossier/use-officer-name.ts';
import { TwoLines } from '../../ui/list/ListTable.tsx';
import { actWords } from './act-words.ts';

/** What the city refused of the desk's own acts: which, when, why, and what support is to be told. */
export function RefusedActsCard({ acts, now }: { readonly acts: RefusedActs; readonly now: Date }) {
  const t = useText();
  const officerName = useOfficerName();
  if (acts.count === 0) return null;
  const older = acts.count - acts.newest.length;
  const title = t('lineScreen.acts.title', { n: acts.count });
  return (
    <Card flush title={title} aside={<span>{t('lineScreen.acts.todo')}</span>} className="line-acts">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by the keyboard */}
      <ul className="scroll" tabIndex={0} aria-label={title}>
        {acts.newest.map((refused) => (
          <li key={refused.seq}>
            <TwoLines
              first={actWords(t, refused.act, officerName)}
              second={t('lineScreen.acts.place', {
                seq: refused.seq,
                made: shortMomentText(refused.madeAt, now),
                refused: shortMomentText(refused.refusedAt, now),
              })}
            />
            <span>{actRefusalSentence(t, refused)}</span>
          </li>
        ))}
        {older > 0 && <li className="quiet">{t('lineScreen.acts.older', { n: older })}</li>}
      </ul>
    </Card>
  );
}
