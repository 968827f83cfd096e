import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { DossierId } from '../../../shared/base/ids.ts';
import { useActions } from '../../actions/actions-context.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { useStored } from '../../state/use-stored.ts';
import { useText } from '../../text/use-text.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useShortcut } from '../../ui/shortcuts.ts';

/** Opens the intake screen on what was received, to be put right (and sent again); the same draft when one is open. */
export function CorrectButton({
  dossierId,
  resend,
}: {
  readonly dossierId: DossierId;
  readonly resend: boolean;
}) {
  const t = useText();
  const { draftCorrection } = useActions();
  const goTo = useScreenState((state) => state.goTo);
  const open = useStored()
    .useDrafts()
    ?.some((draft) => draft.correctionOf === dossierId);
  const [opening, setOpening] = useState(false);
  const correct = async () => {
    if (opening) return;
    setOpening(true);
    const draft = await draftCorrection(dossierId);
    goTo({ name: 'intake', draftId: draft.draftId });
  };
  useShortcut('main', () => void correct());
  return (
    <Button
      leftSection={<IconPencil size={16} />}
      rightSection={<Kbd of="main" />}
      loading={opening}
      onClick={() => void correct()}
    >
      {open === true ? t('dossier.correctOpen') : t(resend ? 'dossier.resend' : 'dossier.correct')}
    </Button>
  );
}
