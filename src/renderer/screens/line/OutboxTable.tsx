import { IconCloudUp } from '@tabler/icons-react';
import type { CityStanding, DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { shortMomentText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CityPill } from '../../ui/standing-pills.tsx';

/** Most pressing first: what was refused, then what waits, then what the city has. */
const ORDER: Readonly<Record<CityStanding['kind'], number>> = {
  refused: 0,
  'facts-accepted': 1,
  waiting: 2,
  complete: 3,
};
const SHOWN = 200;

const pagesOf = (dossier: DossierState): number =>
  dossier.content.papers.reduce((count, paper) => count + paper.pages.length, 0);

export function OutboxTable({
  dossiers,
  now,
}: {
  readonly dossiers: readonly DossierState[];
  readonly now: Date;
}) {
  const t = useText();
  const goTo = useScreenState((state) => state.goTo);
  const rows = dossiers
    .toSorted((a, b) => ORDER[a.city.kind] - ORDER[b.city.kind] || b.receivedAt.localeCompare(a.receivedAt))
    .slice(0, SHOWN);

  return (
    <Card flush label={t('lineScreen.outbox')} className="scroll">
      {rows.length === 0 ? (
        <EmptyState icon={IconCloudUp} title={t('lineScreen.empty')}>
          {t('lineScreen.emptyHint')}
        </EmptyState>
      ) : (
        <div className="scroll">
          <table className="rows">
            <thead>
              <tr>
                <th>{t('lineScreen.dossier')}</th>
                <th>{t('lineScreen.state')}</th>
                <th>{t('lineScreen.when')}</th>
                <th>{t('lineScreen.pages')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((dossier) => (
                <tr key={dossier.dossierId}>
                  <td>
                    <button
                      type="button"
                      className="link-row"
                      onClick={() => goTo({ name: 'dossier', dossierId: dossier.dossierId })}
                    >
                      <b>{dossier.content.applicant.fullName}</b>
                      <span className="quiet">
                        {dossier.code} · {dossier.content.procedure.name}
                      </span>
                    </button>
                  </td>
                  <td>
                    <CityPill city={dossier.city} now={now} />
                  </td>
                  <td className="quiet">
                    {dossier.city.kind === 'waiting'
                      ? t('lineScreen.since', { at: shortMomentText(dossier.receivedAt, now) })
                      : t('lineScreen.signed', { at: shortMomentText(dossier.city.at, now) })}
                  </td>
                  <td>{pagesOf(dossier)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
