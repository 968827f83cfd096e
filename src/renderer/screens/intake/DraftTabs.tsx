import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { IntakeDraft } from '../../../shared/domain/dossier/intake-draft.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { useText } from '../../text/use-text.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useNewDossier } from '../../ui/shell/use-new-dossier.ts';
import { useNow } from '../../ui/shell/use-now.ts';
import { useDraft, useSession } from './draft/open-sessions.ts';
import { TransactionTimer } from './TransactionTimer.tsx';

/** The dossiers being composed, oldest first so that none changes its place while one works. */
export function DraftTabs({
  here,
  drafts,
}: {
  readonly here: string;
  readonly drafts: readonly IntakeDraft[];
}) {
  const t = useText();
  const goTo = useScreenState((state) => state.goTo);
  const procedures = useDeskView((view) => view.reference?.procedures);
  const session = useSession();
  const startedAt = useDraft((each) => each.draft.startedAt);
  const fullName = useDraft((each) => each.draft.applicant.fullName);
  const procedureCode = useDraft((each) => each.draft.procedureCode);
  const newDossier = useNewDossier();
  const now = useNow(30_000);
  const tabs = useMemo(() => {
    const open = session.getState().draft;
    const known = drafts.some((draft) => draft.draftId === here) ? drafts : [...drafts, open];
    return known.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  }, [drafts, here, session]);

  return (
    <div className="tabs-row">
      <nav className="tabs" aria-label={t('intake.tabs')}>
        {tabs.map((draft) => {
          const isHere = draft.draftId === here;
          const code = isHere ? procedureCode : draft.procedureCode;
          const procedure = procedures?.find((each) => each.code === code)?.name;
          const name = isHere ? fullName : draft.applicant.fullName;
          const minutes = Math.floor((now.getTime() - Date.parse(draft.updatedAt)) / 60_000);
          return (
            <button
              key={draft.draftId}
              type="button"
              className="tab"
              aria-current={isHere ? 'true' : undefined}
              onClick={() => goTo({ name: 'intake', draftId: draft.draftId })}
            >
              <b className="clip">{name || t('intake.untitled')}</b>
              <span className="small clip">
                {[procedure, !isHere && minutes > 0 ? t('intake.leftMinutes', { n: minutes }) : undefined]
                  .filter((word) => word !== undefined)
                  .join(' · ')}
              </span>
            </button>
          );
        })}
      </nav>
      <Button
        size="xs"
        variant="default"
        style={{ flex: 'none' }}
        leftSection={<IconPlus size={15} />}
        rightSection={<Kbd of="intake" />}
        onClick={() => void newDossier()}
      >
        {t('intake.newDossier')}
      </Button>
      <TransactionTimer startedAt={startedAt} />
    </div>
  );
}
