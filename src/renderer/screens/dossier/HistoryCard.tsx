import type { Instant } from '../../../shared/base/dates.ts';
import { findRefusals } from '../../../shared/domain/dossier/city-standing.ts';
import type { DossierState, DossierStep } from '../../../shared/domain/dossier/dossier-state.ts';
import { momentText, shortMomentText } from '../../text/dates-and-money.ts';
import { refusalSentence } from '../../text/sentence-by-code.ts';
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

type Line = {
  readonly key: string;
  readonly at: Instant;
  readonly words: string;
  /** null: the city. */
  readonly by: string | null;
};

/** What the city refused and said otherwise, each where it belongs in time. */
const cityLines = (t: Text, dossier: DossierState): readonly Line[] => [
  ...findRefusals(dossier).map(({ seq, at, refused }) => ({
    key: `refused ${seq}`,
    at,
    words: t('dossier.cityRefused', { reason: refusalSentence(t, refused) }),
    by: null,
  })),
  ...(dossier.cityHeard?.conflicts ?? []).map(({ cursor, at, what }) => ({
    key: `said ${cursor} ${at}`,
    at,
    words: t(`conflicts.short.${what.type}`),
    by: null,
  })),
];

/** Every step, who and when, the newest first; what the city holds on top. */
export function HistoryCard({ dossier, now }: { readonly dossier: DossierState; readonly now: Date }) {
  const t = useText();
  const officerName = useOfficerName();
  const steps = inOneGo(dossier.history)
    .toReversed()
    .flatMap((go): Line[] => {
      const [first] = go;
      if (first === undefined) return [];
      const by = first.by === null ? t('dossier.theDesk') : officerName(first.by);
      return [
        { key: String(first.seq), at: first.at, words: go.map((step) => stepWords(t, step)).join(', '), by },
      ];
    });
  // The desk's own steps keep their order, whatever its clock said; the city's words go in between.
  const lines = cityLines(t, dossier).reduce((told: readonly Line[], line) => {
    const before = told.findIndex(({ at }) => at <= line.at);
    return before === -1 ? told.concat(line) : told.toSpliced(before, 0, line);
  }, steps);
  return (
    <Card flush title={t('dossier.history')} className="dossier-history">
      <ol className="scroll plain-list history">
        <li>
          <CityNote city={dossier.city} />
        </li>
        {lines.map(({ key, at, words, by }) => (
          <li key={key}>
            <span>{words}</span>
            <span className="small" title={momentText(at)}>
              {shortMomentText(at, now)} · {by ?? t('dossier.city')}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
