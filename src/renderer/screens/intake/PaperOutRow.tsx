import { IconFileText } from '@tabler/icons-react';
import type { Failure, Result } from '../../../shared/base/result.ts';
import { useActions } from '../../actions/actions-context.ts';
import type { PaperOut } from '../../actions/desk-actions.ts';
import { useText } from '../../text/use-text.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { PaperOutButtons } from '../../ui/PaperOutButtons.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { StatePill } from '../../ui/StatePill.tsx';
import type { OutState } from './paper-out-state.ts';

type Props = {
  readonly kind: PaperOut;
  readonly state: OutState;
  readonly onState: (state: OutState) => void;
};

/** One paper that goes out: open, save, print, each with its outcome in words. */
export function PaperOutRow({ kind, state, onState }: Props) {
  const t = useText();
  const { openDocument, saveDocument, printDocument } = useActions();
  const paper = t(`result.${kind}`);
  if (state.kind === 'failed') return <FailureNote failure={state.failure} subject={paper} />;

  const after = <T,>(done: Result<T, Failure>, word: (value: T) => string | null) => {
    if (state.kind !== 'made') return;
    onState(done.ok ? { ...state, word: word(done.value) } : { kind: 'failed', failure: done.failure });
  };
  return (
    <div className="paper-out">
      <IconFileText size={18} aria-hidden="true" />
      <span className="paper-out-name">
        <b>{paper}</b>
        {state.kind === 'making' && <Progress>{t('result.making')}</Progress>}
        {state.kind === 'made' && state.word !== null && <StatePill meaning="done">{state.word}</StatePill>}
      </span>
      {state.kind === 'made' && (
        <span className="row push">
          <PaperOutButtons
            paper={paper}
            onOpen={async () => after(await openDocument(state.made.documentId), () => state.word)}
            onSave={async () =>
              after(await saveDocument(state.made.documentId), ({ saved, path }) =>
                saved ? t('result.savedTo', { path }) : t('result.notSaved'),
              )
            }
            onPrint={async () =>
              after(await printDocument(state.made.documentId, 1), () => t('result.printed'))
            }
          />
        </span>
      )}
    </div>
  );
}
