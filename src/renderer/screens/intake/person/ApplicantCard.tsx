import { Button, SegmentedControl } from '@mantine/core';
import { IconQrcode, IconUsers } from '@tabler/icons-react';
import { memo, useId, useRef } from 'react';
import { emptyDelegation } from '../../../../shared/domain/applicant/draft-delegation.ts';
import { fillFromCard } from '../../../../shared/domain/applicant/fill-from-card.ts';
import { parseCardQr } from '../../../../shared/domain/applicant/parse-card-qr.ts';
import type { IntakeDraft } from '../../../../shared/domain/dossier/intake-draft.ts';
import { useText } from '../../../text/use-text.ts';
import { Card } from '../../../ui/Card.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { StatePill } from '../../../ui/StatePill.tsx';
import { useShortcut } from '../../../ui/shortcuts.ts';
import { setApplicant } from '../draft/draft-edits.ts';
import { useDraft } from '../draft/open-sessions.ts';
import { useProblems } from '../draft/use-draft-check.ts';
import { ApplicantField, type ApplicantTextField } from './ApplicantField.tsx';
import { CardReader, type CardWord } from './CardReader.tsx';
import { DelegationRows } from './DelegationRows.tsx';
import { useCardScanner } from './use-card-scanner.ts';

type Props = {
  readonly card: CardWord | null;
  readonly onCard: (word: CardWord) => void;
  readonly onFilled: () => void;
};

/** Step 2: who hands in; from the card's QR or by hand. */
export const ApplicantCard = memo(function ApplicantCard({ card, onCard, onFilled }: Props) {
  const t = useText();
  const id = useId();
  const apply = useDraft((session) => session.apply);
  const source = useDraft((session) => session.draft.applicant.source);
  const resultDelivery = useDraft((session) => session.draft.resultDelivery);
  const alone = useDraft((session) => session.draft.delegation === null);
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

  const problemOf = (field: ApplicantTextField) => problems.find((each) => each.field === field);

  return (
    <Card
      title={t('intake.applicant')}
      step={2}
      aside={
        source === 'card-qr' ? (
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
        <ApplicantField
          field="personalId"
          problem={problemOf('personalId')}
          inputMode="numeric"
          ref={first}
        />
        <ApplicantField field="fullName" problem={problemOf('fullName')} />
        <ApplicantField
          field="birthDate"
          problem={problemOf('birthDate')}
          inputMode="numeric"
          placeholder="dd/mm/yyyy"
        >
          <SexControl />
        </ApplicantField>
        <ApplicantField field="address" problem={problemOf('address')} />
        <ApplicantField field="phone" problem={problemOf('phone')} inputMode="tel" />
        <ApplicantField field="email" problem={problemOf('email')} inputMode="email" />
        <Field label={t('intake.resultDelivery')} htmlFor={`${id}-delivery`}>
          <SegmentedControl
            id={`${id}-delivery`}
            size="xs"
            fullWidth
            aria-label={t('intake.resultDelivery')}
            value={resultDelivery}
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
        {alone ? (
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
});

function SexControl() {
  const t = useText();
  const apply = useDraft((session) => session.apply);
  const sex = useDraft((session) => session.draft.applicant.sex);
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('intake.sex')}
      value={sex ?? ''}
      onChange={(value) =>
        apply((draft) => setApplicant(draft, { sex: value === 'male' ? 'male' : 'female' }))
      }
      data={[
        { value: 'male', label: t('words.male') },
        { value: 'female', label: t('words.female') },
      ]}
    />
  );
}

function toggleDelegation(draft: IntakeDraft): IntakeDraft {
  const delegation = draft.delegation === null ? emptyDelegation : null;
  return { ...draft, delegation };
}
