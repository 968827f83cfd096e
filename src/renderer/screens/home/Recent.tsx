import { useMemo } from 'react';
import type { DossierId } from '../../../shared/base/ids.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { shortMomentText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { CityPill, StatusPill } from '../../ui/dossier/standing-pills.tsx';

const SHOWN = 12;

type News = { readonly dossier: DossierState; readonly at: string; readonly fromCity: boolean };

/** The newest word about each dossier, from this desk or from the city. */
function newsOf(dossiers: readonly DossierState[]): readonly News[] {
  return dossiers
    .map((dossier): News => {
      const step = dossier.history.at(-1)?.at ?? dossier.receivedAt;
      const city = dossier.city.kind === 'waiting' ? null : dossier.city.at;
      return city !== null && city >= step
        ? { dossier, at: city, fromCity: true }
        : { dossier, at: step, fromCity: false };
    })
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, SHOWN);
}

export function Recent({
  dossiers,
  now,
}: {
  readonly dossiers: readonly DossierState[];
  readonly now: Date;
}) {
  const t = useText();
  const goTo = useScreenState((state) => state.goTo);
  const news = useMemo(() => newsOf(dossiers), [dossiers]);
  const open = (dossierId: DossierId) => goTo({ name: 'dossier', dossierId });
  return (
    <Card flush title={t('home.recent')} className="home-recent">
      {news.length === 0 ? (
        <p className="quiet home-nothing">{t('home.recentEmpty')}</p>
      ) : (
        <ul className="scroll home-news">
          {news.map(({ dossier, at, fromCity }) => (
            <li key={dossier.dossierId}>
              <button type="button" className="news" onClick={() => open(dossier.dossierId)}>
                <span className="quiet news-at">{shortMomentText(at, now)}</span>
                <span className="clip">{dossier.content.applicant.fullName}</span>
                <span className="push news-state">
                  {fromCity ? (
                    <CityPill city={dossier.city} now={now} />
                  ) : (
                    <StatusPill status={dossier.status} />
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
