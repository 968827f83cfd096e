import { Button, Modal } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { DossierId } from '../../../shared/base/ids.ts';
import { owesFee } from '../../../shared/domain/dossier/owes-fee.ts';
import { isProvisional } from '../../../shared/domain/dossier/provisional-code.ts';
import { sumOfLines } from '../../../shared/domain/receipt/total-of.ts';
import { useActions } from '../../actions/actions-context.ts';
import type { PaperOut } from '../../actions/desk-actions.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useScreenState } from '../../state/screen-state.ts';
import { momentText, moneyText } from '../../text/dates-and-money.ts';
import { useText } from '../../text/use-text.ts';
import { ReadRow } from '../../ui/Field.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Note } from '../../ui/Note.tsx';
import { useNewDossier } from '../../ui/shell/use-new-dossier.ts';
import { useShortcut } from '../../ui/shortcuts.ts';
import { endSession } from './draft/open-sessions.ts';
import { PaperOutRow } from './PaperOutRow.tsx';
import type { OutState } from './paper-out-state.ts';

type Props = {
  readonly dossierId: DossierId;
  readonly done: 'received' | 'corrected' | 'resent';
  /** An earlier press had made it; what was written since is kept as a correction. */
  readonly earlier: boolean;
  readonly draftId: string;
};

const TITLES = {
  received: 'result.title',
  corrected: 'result.resubmitted',
  resent: 'result.resent',
} as const;

/** After the facts are safe: the slip and the receipt (Enter prints both), then the next citizen. */
export function ReceivedDialog({ dossierId, done, earlier, draftId }: Props) {
  const t = useText();
  const { makeDocument, printDocument } = useActions();
  const goTo = useScreenState((state) => state.goTo);
  const newDossier = useNewDossier();
  const dossier = useDeskView((view) => view.desk?.dossiers.get(dossierId));
  const hasReceipt = dossier?.receipt != null;
  const [papers, setPapers] = useState<Partial<Record<PaperOut, OutState>>>({});
  const [printing, setPrinting] = useState(false);

  useEffect(() => {
    const make = async (kind: PaperOut) => {
      setPapers((now) => ({ ...now, [kind]: { kind: 'making' } }));
      const made = await makeDocument(kind, dossierId);
      const state: OutState = made.ok
        ? { kind: 'made', made: made.value, word: null }
        : { kind: 'failed', failure: made.failure };
      setPapers((now) => ({ ...now, [kind]: state }));
    };
    void make('intake-slip');
    if (hasReceipt) void make('fee-receipt');
  }, [makeDocument, dossierId, hasReceipt]);

  const kinds = (['intake-slip', 'fee-receipt'] as const).filter((kind) => papers[kind] !== undefined);
  const ready = kinds.length > 0 && kinds.every((kind) => papers[kind]?.kind === 'made');

  const say = (kind: PaperOut, state: OutState) => setPapers((now) => ({ ...now, [kind]: state }));
  const printAll = async () => {
    if (printing) return;
    setPrinting(true);
    for (const kind of kinds) {
      const paper = papers[kind];
      if (paper?.kind !== 'made') continue;
      const printed = await printDocument(paper.made.documentId, 1);
      say(
        kind,
        printed.ok ? { ...paper, word: t('result.printed') } : { kind: 'failed', failure: printed.failure },
      );
    }
    setPrinting(false);
  };
  const leaveTo = (go: () => void) => {
    endSession(draftId);
    go();
  };
  useShortcut('next', () => leaveTo(() => void newDossier()), { inDialog: true });

  return (
    <Modal
      opened
      onClose={() => leaveTo(() => goTo({ name: 'home' }))}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('words.close') }}
      size={560}
      title={
        <span className="received-title">
          <IconCircleCheck size={20} aria-hidden="true" />
          {t(TITLES[done])}
        </span>
      }
    >
      <div className="received">
        {earlier && <Note meaning="look">{t('result.earlier')}</Note>}
        <p className="quiet">{t('result.kept')}</p>
        {dossier !== undefined && (
          <div className="form">
            <ReadRow label={t('result.code')}>
              <b className="received-code">{dossier.code}</b>
              {isProvisional(dossier.code) && <span className="small"> {t('supply.provisional')}</span>}
            </ReadRow>
            <ReadRow label={t('result.due')}>
              <b>{dossier.dueAt === null ? t('intake.noDue') : momentText(dossier.dueAt)}</b>
            </ReadRow>
            {dossier.receipt !== null && (
              <ReadRow label={t('intake.total')}>
                <b>{moneyText(dossier.receipt.totalVnd)}</b>
              </ReadRow>
            )}
          </div>
        )}
        {dossier !== undefined && isProvisional(dossier.code) && (
          <Note meaning="look">{t('supply.received')}</Note>
        )}
        {dossier !== undefined && owesFee(dossier) && (
          <Note meaning="look">
            {t('supply.feeLater', { amount: moneyText(sumOfLines(dossier.content.feeLines)) })}
          </Note>
        )}
        {kinds.map((kind) => {
          const state = papers[kind];
          return state === undefined ? null : (
            <PaperOutRow key={kind} kind={kind} state={state} onState={(next) => say(kind, next)} />
          );
        })}
        <div className="received-actions">
          <Button variant="default" onClick={() => leaveTo(() => goTo({ name: 'dossier', dossierId }))}>
            {t('result.look')}
          </Button>
          <Button
            variant="default"
            className="push"
            rightSection={<Kbd of="next" />}
            onClick={() => leaveTo(() => void newDossier())}
          >
            {t('result.next')}
          </Button>
          <Button
            // Pressed by Enter: it has the focus as soon as the papers are made.
            key={String(ready)}
            autoFocus
            data-autofocus
            disabled={!ready}
            loading={printing}
            rightSection={<Kbd of="print" />}
            onClick={() => void printAll()}
          >
            {t('result.printAll')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
