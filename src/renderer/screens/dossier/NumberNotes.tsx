import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure, Result } from '../../../shared/base/result.ts';
import type { DossierState } from '../../../shared/domain/dossier/dossier-state.ts';
import { owesFee } from '../../../shared/domain/dossier/owes-fee.ts';
import { isProvisional } from '../../../shared/domain/dossier/provisional-code.ts';
import { sumOfLines } from '../../../shared/domain/receipt/total-of.ts';
import { actionsAtDesk } from '../../../shared/domain/sign-off/action-table.ts';
import { useActions } from '../../actions/actions-context.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { moneyText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Note } from '../../ui/Note.tsx';

/** What is still to be made good because numbers had run out: the code, the citizen who holds the old one, the fee. */
export function NumberNotes({ dossier }: { readonly dossier: DossierState }) {
  const t = useText();
  const { collectFee, tellCode } = useActions();
  const role = useDeskView((view) => view.desk?.signedIn?.role);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { dossierId, code, provisionalCode, codeTold, content } = dossier;
  const may = role === undefined ? [] : actionsAtDesk(role);

  const carryOut = async (work: () => Promise<Result<unknown>>) => {
    setBusy(true);
    const done = await work();
    setFailure(done.ok ? null : done.failure);
    setBusy(false);
  };
  const button = (label: string, work: () => Promise<Result<unknown>>) => (
    <Button size="xs" variant="default" disabled={busy} onClick={() => void carryOut(work)}>
      {label}
    </Button>
  );

  return (
    <>
      {isProvisional(code) && <Note meaning="look">{t('supply.isProvisional')}</Note>}
      {provisionalCode !== undefined && codeTold !== true && (
        <Note
          meaning="look"
          action={may.includes('tell-code') && button(t('supply.told'), () => tellCode(dossierId))}
        >
          {t('supply.changed', { old: provisionalCode })}
        </Note>
      )}
      {owesFee(dossier) && (
        <Note
          meaning="look"
          action={
            may.includes('collect-fee') && (
              <span className="row">
                {button(t('supply.collectCash'), () => collectFee(dossierId, 'cash'))}
                {button(t('supply.collectTransfer'), () => collectFee(dossierId, 'transfer'))}
              </span>
            )
          }
        >
          {t('supply.feeOwed', { amount: moneyText(sumOfLines(content.feeLines)) })}
        </Note>
      )}
      {failure !== null && <FailureNote failure={failure} />}
    </>
  );
}
