import { memo, useMemo } from 'react';
import type { PaperKind } from '../../../../shared/domain/paper/paper-kind.ts';
import { correctionMeasure } from '../../../../shared/domain/reading/correction-measure.ts';
import { useDeskView } from '../../../state/desk-view.ts';
import { useText } from '../../../text/use-text.ts';

/** How often officers of this desk left as it was what the reader proposed for this kind of paper: how far to trust it. */
export const KindRecord = memo(function KindRecord({ kind }: { readonly kind: PaperKind | null }) {
  const t = useText();
  const dossiers = useDeskView((view) => view.desk?.dossiers);
  const measures = useMemo(
    () => correctionMeasure([...(dossiers?.values() ?? [])].flatMap(({ content }) => content.papers)),
    [dossiers],
  );
  const ofKind = measures.filter((measure) => measure.kind === kind && measure.proposed > 0);
  const proposed = ofKind.reduce((sum, measure) => sum + measure.proposed, 0);
  if (kind === null || proposed === 0) return null;
  const unchanged = ofKind.reduce((sum, measure) => sum + measure.unchanged, 0);
  const worst = ofKind.find((measure) => measure.corrected > 0);
  return (
    <span className="small kind-record">
      {t('fieldCheck.record', { unchanged, proposed })}
      {worst !== undefined && ` ${t('fieldCheck.recordWorst', { field: t(`paperFields.${worst.field}`) })}`}
    </span>
  );
});
