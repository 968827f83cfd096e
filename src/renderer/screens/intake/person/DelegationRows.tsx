import { Button, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { DraftProblem } from '../../../../shared/domain/dossier/intake-draft.ts';
import { problemSentence } from '../../../text/sentence-by-code.ts';
import { useText } from '../../../text/use-text.ts';
import { Field } from '../../../ui/Field.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { useDraftEdit } from '../draft/open-sessions.ts';

const LABELS = {
  ownerName: 'intake.ownerName',
  ownerId: 'intake.ownerId',
  ownerAddress: 'intake.ownerAddress',
  ownerPhone: 'intake.ownerPhone',
  ownerEmail: 'intake.ownerEmail',
  document: 'intake.delegationPaper',
} as const;

/** In the order of Mẫu 01 item 6, but for the number, which is at hand with the name. */
const FIELDS = ['ownerName', 'ownerId', 'ownerAddress', 'ownerPhone', 'ownerEmail', 'document'] as const;

/** Whose dossier it is and on what paper another hands it in (NĐ 118/2025 Đ15). */
export function DelegationRows({ problems }: { readonly problems: readonly DraftProblem[] }) {
  const t = useText();
  const id = useId();
  const { draft, apply } = useDraftEdit();
  const { delegation } = draft;
  if (delegation === null) return null;
  return (
    <>
      {FIELDS.map((field) => {
        const problem =
          (delegation[field] ?? '') === ''
            ? undefined
            : problems.find((each) => each.field === `delegation.${field}`);
        return (
          <Field
            key={field}
            label={t(LABELS[field])}
            htmlFor={`${id}-${field}`}
            wrong={problem === undefined ? undefined : problemSentence(t, problem)}
          >
            <TextInput
              id={`${id}-${field}`}
              data-field-name={`delegation.${field}`}
              autoFocus={field === 'ownerName' && delegation.ownerName === ''}
              autoComplete="off"
              value={delegation[field] ?? ''}
              onChange={(event) => {
                const { value } = event.currentTarget;
                apply((now) => ({
                  ...now,
                  delegation: now.delegation === null ? null : { ...now.delegation, [field]: value },
                }));
              }}
            />
          </Field>
        );
      })}
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        justify="flex-start"
        rightSection={<Kbd of="delegation" />}
        onClick={() => apply((now) => ({ ...now, delegation: null }))}
      >
        {t('intake.delegationRemove')}
      </Button>
    </>
  );
}
