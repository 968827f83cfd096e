import './intake.css';
import { Button } from '@mantine/core';
import { IconFilePlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useActions } from '../../actions/actions-context.ts';
import { useStored } from '../../state/use-stored.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { useNewDossier } from '../../ui/shell/use-new-dossier.ts';
import { DraftTabs } from './DraftTabs.tsx';
import { DraftSessionContext, findSession, openSession } from './draft/open-sessions.ts';
import { IntakeDesk } from './IntakeDesk.tsx';

/** The draft asked for; else the one worked on last; else what is offered is to begin one. */
export function IntakeScreen({ draftId }: { readonly draftId: string | null }) {
  const t = useText();
  const { saveDraft, findDraft } = useActions();
  const drafts = useStored().useDrafts();
  const newDossier = useNewDossier();
  const [opened, setOpened] = useState<string | null>(draftId);
  const [found, setFound] = useState<boolean | null>(null);
  const wanted = opened ?? drafts?.[0]?.draftId ?? null;
  const session = wanted === null ? undefined : findSession(wanted);

  // Once one is chosen it stays: keeping it moves it to the top of the list, which must not change the choice.
  useEffect(() => {
    if (wanted === null) return;
    setOpened(wanted);
    if (findSession(wanted) !== undefined) return;
    void findDraft(wanted).then((draft) => {
      if (draft !== undefined) openSession(draft, saveDraft);
      setFound(draft !== undefined);
    });
  }, [wanted, findDraft, saveDraft]);

  if (session !== undefined && wanted !== null) {
    return (
      <DraftSessionContext value={session}>
        <IntakeDesk key={wanted} tabs={<DraftTabs here={wanted} drafts={drafts ?? []} />} />
      </DraftSessionContext>
    );
  }
  if (drafts === undefined || (wanted !== null && found !== false))
    return <Progress>{t('words.loading')}</Progress>;
  return (
    <EmptyState
      icon={IconFilePlus}
      title={t('intake.emptyTitle')}
      action={
        <Button onClick={() => void newDossier()} rightSection={<Kbd of="intake" />} autoFocus>
          {t('intake.newDossier')}
        </Button>
      }
    >
      {t('intake.emptyDo')}
    </EmptyState>
  );
}
