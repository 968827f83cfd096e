import { Button } from '@mantine/core';
import { IconIdBadge2 } from '@tabler/icons-react';
import { memo } from 'react';
import { fillFromCard } from '../../../../shared/domain/applicant/fill-from-card.ts';
import { parseCardQr } from '../../../../shared/domain/applicant/parse-card-qr.ts';
import type { ReadCode } from '../../../../shared/domain/reading/read-code.ts';
import { useText } from '../../../text/use-text.ts';
import { Note } from '../../../ui/Note.tsx';
import { useDraft } from '../draft/open-sessions.ts';

/** A card among the pages carries the applicant's particulars: one press, while nobody has typed them. */
export const CardFill = memo(function CardFill({ codes }: { readonly codes: readonly ReadCode[] }) {
  const t = useText();
  const nobody = useDraft((session) => session.draft.applicant.personalId === '');
  const apply = useDraft((session) => session.apply);
  const cards = codes.flatMap(({ text }) => {
    const card = parseCardQr(text);
    return card.ok ? [card.value] : [];
  });
  const [card] = cards;
  if (card === undefined || !nobody) return null;
  return (
    <Note
      meaning="idle"
      action={
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconIdBadge2 size={14} />}
          onClick={() => apply((draft) => ({ ...draft, applicant: fillFromCard(draft.applicant, card) }))}
        >
          {t('fieldCheck.fillApplicant')}
        </Button>
      }
    >
      {t('fieldCheck.cardOf', { name: card.fullName })}
    </Note>
  );
});
