import { TextInput } from '@mantine/core';
import { memo, type ReactNode, type Ref, useId } from 'react';
import type { DraftProblem } from '../../../../shared/domain/dossier/intake-draft.ts';
import { problemSentence } from '../../../text/sentence-by-code.ts';
import { useText } from '../../../text/use-text.ts';
import { Field } from '../../../ui/Field.tsx';
import { setApplicant } from '../draft/draft-edits.ts';
import { useDraft } from '../draft/open-sessions.ts';

export type ApplicantTextField = 'personalId' | 'fullName' | 'birthDate' | 'address' | 'phone' | 'email';

type Props = {
  readonly field: ApplicantTextField;
  readonly problem: DraftProblem | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  readonly placeholder?: string;
  /** A control at the right of the field. */
  readonly children?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
};

/** One text of the applicant; drawn anew only when its own text changes, so that a key paints at once. */
export const ApplicantField = memo(function ApplicantField(props: Props) {
  const { field, problem, inputMode = 'text', placeholder = '', children, ref } = props;
  const t = useText();
  const id = useId();
  const value = useDraft((session) => session.draft.applicant[field]);
  const apply = useDraft((session) => session.apply);
  // An empty field is said in the bar below; what was typed wrongly is said where it stands.
  const wrong = problem === undefined || value === '' ? undefined : problemSentence(t, problem);
  return (
    <Field label={t(`intake.${field}`)} htmlFor={id} wrong={wrong}>
      <div className="row">
        <TextInput
          id={id}
          ref={ref}
          data-field-name={field}
          style={{ flex: 1 }}
          value={value}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            apply((draft) => setApplicant(draft, { [field]: typed }));
          }}
          error={wrong !== undefined}
          aria-describedby={wrong === undefined ? undefined : `${id}-wrong`}
          inputMode={inputMode}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
        />
        {children}
      </div>
    </Field>
  );
});
