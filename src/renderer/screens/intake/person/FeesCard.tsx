import { Checkbox, NumberInput, SegmentedControl } from '@mantine/core';
import { memo, useRef } from 'react';
import { AmountVnd } from '../../../../shared/base/money.ts';
import type { ProcedureFee } from '../../../../shared/domain/procedure/procedure.ts';
import type { FeeLine } from '../../../../shared/domain/receipt/receipt.ts';
import { moneyText } from '../../../text/dates-and-money.ts';
import { useText } from '../../../text/use-text.ts';
import { Card } from '../../../ui/Card.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { useShortcut } from '../../../ui/shortcuts.ts';
import { removeFeeLine, setFeeLine } from '../draft/draft-edits.ts';
import { useDraft } from '../draft/open-sessions.ts';
import { useDraftProcedure } from '../draft/use-draft-check.ts';

const MOST = 999;

/** Which fees are taken, how many times; an amount that the catalogue does not vouch for needs the officer's tick. */
export const FeesCard = memo(function FeesCard({ fixed }: { readonly fixed: boolean }) {
  const t = useText();
  const apply = useDraft((session) => session.apply);
  const feeLines = useDraft((session) => session.draft.feeLines);
  const paymentMethod = useDraft((session) => session.draft.paymentMethod);
  const procedure = useDraftProcedure();
  const list = useRef<HTMLDivElement>(null);
  useShortcut('fees', () => list.current?.querySelector('input')?.focus());
  if (procedure === null) return null;
  const toPay = feeLines.some((line) => line.unitVnd > 0);

  return (
    <Card title={t('intake.fees')} step={4} aside={<Kbd of="fees" />}>
      <div className="fees" ref={list}>
        {procedure.fees.length === 0 && <span className="quiet">{t('intake.noFees')}</span>}
        {fixed && <span className="quiet">{t('intake.feesFixed')}</span>}
        {procedure.fees.map((fee) => (
          <FeeRow
            key={fee.name}
            fee={fee}
            fixed={fixed}
            line={feeLines.find((line) => line.name === fee.name)}
            onLine={(line) => apply((now) => setFeeLine(now, line))}
            onDrop={() => apply((now) => removeFeeLine(now, fee.name))}
          />
        ))}
        {toPay && !fixed && (
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('intake.paymentMethod')}
            value={paymentMethod}
            onChange={(value) =>
              apply((now) => ({ ...now, paymentMethod: value === 'transfer' ? 'transfer' : 'cash' }))
            }
            data={[
              { value: 'cash', label: t('intake.cash') },
              { value: 'transfer', label: t('intake.transfer') },
            ]}
          />
        )}
      </div>
    </Card>
  );
});

type RowProps = {
  readonly fee: ProcedureFee;
  readonly line: FeeLine | undefined;
  readonly fixed: boolean;
  readonly onLine: (line: FeeLine) => void;
  readonly onDrop: () => void;
};

function FeeRow({ fee, line, fixed, onLine, onDrop }: RowProps) {
  const t = useText();
  if (fee.amountVnd === null) {
    return (
      <div className="fee">
        <span className="fee-name">{fee.name}</span>
        <span className="small">{t('intake.amountByAuthority')}</span>
      </div>
    );
  }
  const { amountVnd } = fee;
  const doubtful = line !== undefined && !fee.confirmed;
  return (
    <div className="fee" data-doubtful={(doubtful && !line.checkedByOfficer) || undefined}>
      <Checkbox
        className="fee-name"
        disabled={fixed}
        checked={line !== undefined}
        aria-label={t('intake.chargeOf', { fee: fee.name })}
        label={fee.name}
        onChange={(event) =>
          event.currentTarget.checked
            ? onLine({ name: fee.name, unitVnd: amountVnd, quantity: 1, checkedByOfficer: false })
            : onDrop()
        }
      />
      {line === undefined ? (
        <span className="quiet">{moneyText(amountVnd)}</span>
      ) : (
        <span className="fee-sum">
          <NumberInput
            w={52}
            size="xs"
            hideControls
            disabled={fixed}
            aria-label={t('intake.quantity', { fee: fee.name })}
            min={1}
            max={MOST}
            allowDecimal={false}
            value={line.quantity}
            onChange={(value) => {
              const quantity = Math.min(MOST, Math.max(1, Math.trunc(Number(value)) || 1));
              onLine({ ...line, quantity });
            }}
          />
          <span className="quiet">×</span>
          {doubtful && !fixed ? (
            <NumberInput
              w={86}
              size="xs"
              hideControls
              aria-label={fee.name}
              thousandSeparator="."
              decimalSeparator=","
              allowNegative={false}
              allowDecimal={false}
              value={line.unitVnd}
              onChange={(value) => {
                const unitVnd = AmountVnd.safeParse(Number(value));
                if (unitVnd.success) onLine({ ...line, unitVnd: unitVnd.data, checkedByOfficer: false });
              }}
            />
          ) : (
            <span>{moneyText(line.unitVnd)}</span>
          )}
        </span>
      )}
      {doubtful && (
        <Checkbox
          className="fee-check"
          disabled={fixed}
          checked={line.checkedByOfficer}
          aria-label={t('intake.checkedOf', { fee: fee.name })}
          label={line.checkedByOfficer ? t('intake.checked') : t('intake.toCheckFee')}
          onChange={(event) => onLine({ ...line, checkedByOfficer: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}
