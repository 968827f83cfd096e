import type { DossierState, DossierStep } from '../../../shared/domain/dossier/dossier-state.ts';
import { momentText, shortMomentText } from '../../text/dates-and-money.ts';
import { type Text, useText } from '../../text/use-text.ts';
import { vi } from '../../text/vi/index.ts';
import { Card } from '../../ui/Card.tsx';
import { CityNote } from '../../ui/dossier/standing-pills.tsx';
import { useOfficerName } from '../../ui/dossier/use-officer-name.ts';

type StepType = keyof typeof vi.dossier.steps;
const isKnown = (type: string): type is StepType => type in vi.dossier.steps;

/** An event of a newer version is told by its type, never left out. */
const stepWords = (t: Text, { type, note }: DossierStep): string =>
  isKnown(type) ? t(`dossier.steps.${type}`, { note }) : t('dossier.otherStep', { type });

/** What one officer did in one go (one minute) is one line. */
function inOneGo(history: readonly DossierStep[]): readonly (readonly DossierStep[])[] {
  const goes: DossierStep[][] = [];
  for (const step of history) {
    const last = goes.at(-1)?.at(-1);
    const same = last !== undefined && last.by === step.by && last.at.slice(0, 16) === step.at.slice(0, 16);
    if (same) goes.at(-1)?.push(step);
    else goes.push([step]);
  }
  return goes;
}

/** Every step, who and when, the newest first; what the city has said on top. */
export function HistoryCard({ dossier, now }: { readonly dossier: DossierState; readonly now: Date }) {
  const t = useText();
  const officerName = useOfficerName();
  return (
    <Card flush title={t('dossier.history')} className="dossier-history">
      <ol className="scroll plain-list history">
        <li>
          <CityNote city={dossier.city} />
        </li>
        {inOneGo(dossier.history)
          .toReversed()
          .map((go) => {
            const [first] = go;
            return first === undefined ? null : (
              <li key={first.seq}>
                <span>{go.map((step) => stepWords(t, step)).join(', ')}</span>
                <span className="small" title={momentText(first.at)}>
                  {shortMomentText(first.at, now)} ·{' '}
                  {first.by === null ? t('dossier.theDesk') : officerName(first.by)}
                </span>
              </li>
            );
          })}
      </ol>
    </Card>
  );
}
