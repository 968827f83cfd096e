import { Select } from '@mantine/core';
import { memo } from 'react';
import { PaperKind } from '../../../../shared/domain/paper/paper-kind.ts';
import type { RecognisedKind } from '../../../../shared/domain/reading/kinds/recognised-kind.ts';
import { useText } from '../../../text/use-text.ts';

type Props = {
  /** What the officer has said; undefined: nothing yet. */
  readonly chosen: PaperKind | undefined;
  readonly recognised: RecognisedKind | null;
  readonly disabled: boolean;
  readonly onChoose: (kind: PaperKind) => void;
};

/** What kind of paper this is: as recognised, with how sure, until an officer says otherwise. */
export const KindSelect = memo(function KindSelect({ chosen, recognised, disabled, onChoose }: Props) {
  const t = useText();
  const kind = chosen ?? recognised?.kind ?? null;
  const sure = recognised === null ? 0 : Math.round(recognised.confidence * 100);
  return (
    <div className="kind-row">
      <Select
        size="xs"
        className="grow"
        aria-label={t('fieldCheck.kind')}
        placeholder={t('fieldCheck.kindUnknown')}
        searchable
        disabled={disabled}
        data={PaperKind.options.map((each) => ({ value: each, label: t(`paperKinds.${each}`) }))}
        value={kind}
        onChange={(value) => {
          const parsed = PaperKind.safeParse(value);
          if (parsed.success) onChoose(parsed.data);
        }}
      />
      <span className="small">
        {chosen !== undefined
          ? t(chosen === recognised?.kind ? 'fieldCheck.kindAgreed' : 'fieldCheck.kindChosen')
          : recognised === null
            ? ''
            : t('fieldCheck.kindSure', { sure })}
      </span>
    </div>
  );
});
