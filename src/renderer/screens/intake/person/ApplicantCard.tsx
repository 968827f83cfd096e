import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconQrcode, IconUsers } from '@tabler/icons-react';
import { type ReactNode, useId, useRef } from 'react';
import { fillFromCard } from '../../../../shared/domain/applicant/fill-from-card.ts';
import { parseCardQr } from '../../../../shared/domain/applicant/parse-card-qr.ts';
import type { DraftApplicant } from '../../../../shared/domain/dossier/intake-draft.ts';
import { problemSentence } from '../../../text/sentence-by-code.ts';
import { useText } from '../../../text/use-text.ts';
import { Card } from '../../../ui/Card.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { StatePill } from '../../../ui/StatePill.tsx';
import { useShortcut } from '../../../ui/shortcuts.ts';
import { setApplicant } from '../draft/draft-edits.ts';
import { useDraftEdit } from '../draft/open-sessions.ts';
import { useProblems } from '../draft/use-draft-check.ts';
import { CardReader, type CardWord } from './CardReader.tsx';
import { DelegationRows } from './DelegationRows.tsx';
import { useCardScanner } from './use-card-scanner.ts';

type TextField = 'personalId' | 'fullName' | 'birthDate' | 'address' | 'phone' | 'email';

type Props = {
  readonly card: CardWord | null;
  readonly onCard: (word: CardWord) => void;
  readonly onFilled: () => void;
};

/** Step 2: who hands in; from the card's QR or by hand. */
export function ApplicantCard({ card, onCard, onFilled }: Props) {
  const t = useText();
  const id = useId();
  const { draft, apply } = useDraftEdit();
  const { applicant } = draft;
  const problems = useProblems('applicant');
  const first = useRef<HTMLInputElement>(null);

  const readCard = (text: string) => {
    const read = parseCardQr(text);
    onCard(read);
    if (!read.ok) return;
    apply((now) => ({ ...now, applicant: fillFromCard(now.applicant, read.value) }));
    onFilled();
  };
  useCardScanner(readCard);
  useShortcut('applicant', () => first.current?.focus());
  useShortcut('delegation', () => apply(toggleDelegation));

  const set = (change: Partial<DraftApplicant>) => apply((now) => setApplicant(now, change));
  const row = (field: TextField, more?: ReactNode, input?: Record<string, unknown>) => {
    // An empty field is said in the bar below; what was typed wrongly is said where it stands.
    const problem = applicant[field] === '' ? undefined : problems.find((each) => each.field === field);
    const wrong = problem === undefined ? undefined : problemSentence(t, problem);
    return (
      <Field label={t(`intake.${field}`)} htmlFor={`${id}-${field}`} wrong={wrong}>
        <div className="row">
          <TextInput
            id={`${id}-${field}`}
            data-field-name={field}
            style={{ flex: 1 }}
            value={applicant[field]}
            onChange={(event) => set({ [field]: event.currentTarget.value })}
            error={wrong !== undefined}
            aria-describedby={wrong === undefined ? undefined : `${id}-${field}-wrong`}
            autoComplete="off"
            spellCheck={false}
            {...input}
          />
          {more}
        </div>
      </Field>
    );
  };

  return (
    <Card
      title={t('intake.applicant')}
      step={2}
      aside={
        applicant.source === 'card-qr' ? (
          <StatePill meaning="done" icon={IconQrcode}>
            {t('intake.fromCard')}
          </StatePill>
        ) : (
          <Kbd of="applicant" />
        )
      }
    >
      <div className="form">
        <CardReader word={card} onText={readCard} />
        {row('personalId', undefined, { ref: first, inputMode: 'numeric' })}
        {row('fullName')}
        {row(
          'birthDate',
          <SegmentedControl
            size="xs"
            aria-label={t('intake.sex')}
            value={applicant.sex ?? ''}
            onChange={(value) => set({ sex: value === 'male' ? 'male' : 'female' })}
            data={[
              { value: 'male', label: t('words.male') },
              { value: 'female', label: t('words.female') },
            ]}
          />,
          { placeholder: 'dd/mm/yyyy', inputMode: 'numeric' },
        )}
        {row('address')}
        {row('phone', undefined, { inputMode: 'tel' })}
        {row('email', undefined, { inputMode: 'email' })}
        <Field label={t('intake.resultDelivery')} htmlFor={`${id}-delivery`}>
          <SegmentedControl
            id={`${id}-delivery`}
            size="xs"
            fullWidth
            aria-label={t('intake.resultDelivery')}
            value={draft.resultDelivery}
            onChange={(value) =>
              apply((now) => ({
                ...now,
                resultDelivery: value === 'public-post' ? 'public-post' : 'at-desk',
              }))
            }
            data={[
              { value: 'at-desk', label: t('intake.at-desk') },
              { value: 'public-post', label: t('intake.public-post') },
            ]}
          />
        </Field>
        {draft.delegation === null ? (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            justify="flex-start"
            leftSection={<IconUsers size={15} />}
            rightSection={<Kbd of="delegation" />}
            onClick={() => apply(toggleDelegation)}
          >
            {t('intake.delegation')}
          </Button>
        ) : (
          <DelegationRows problems={problems} />
        )}
      </div>
    </Card>
  );
}

function toggleDelegation(draft: Parameters<typeof setApplicant>[0]) {
  const delegation = draft.delegation === null ? { ownerName: '', ownerId: '', document: '' } : null;
  return { ...draft, delegation };
}
