import { IconFileText } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Failure, Result } from '../../shared/base/result.ts';
import { useActions } from '../actions/actions-context.ts';
import type { MadeDocument } from '../actions/desk-actions.ts';
import { useText } from '../text/use-text.ts';
import { FailureNote } from './FailureNote.tsx';
import { PaperOutButtons } from './PaperOutButtons.tsx';
import { Progress } from './Progress.tsx';
import { StatePill } from './StatePill.tsx';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' | 'done'; readonly words: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A paper that the desk makes (again): slip, receipt, or a paper of the dossier as PDF; to open, save or print. */
export function PaperOut({
  paper,
  detail,
  make,
}: {
  readonly paper: string;
  readonly detail: string;
  readonly make: () => Promise<Result<MadeDocument>>;
}) {
  const t = useText();
  const actions = useActions();
  const [state, setState] = useState<State>({ kind: 'idle' });
  // Made once, then opened, saved and printed from the same file.
  const made = useRef<MadeDocument | null>(null);
  const busy = state.kind === 'busy';

  const run = async <T,>(
    doing: string,
    act: (document: MadeDocument) => Promise<Result<T>>,
    said: (value: T) => string,
  ) => {
    if (busy) return;
    if (made.current === null) {
      setState({ kind: 'busy', words: t('dossier.making') });
      const making = await make();
      if (!making.ok) return setState({ kind: 'failed', failure: making.failure });
      made.current = making.value;
    }
    setState({ kind: 'busy', words: doing });
    const done = await act(made.current);
    setState(done.ok ? { kind: 'done', words: said(done.value) } : { kind: 'failed', failure: done.failure });
  };

  return (
    <div className="paper-out-again">
      <div className="row">
        <IconFileText size={17} aria-hidden="true" />
        <b className="clip paper-out-name">{paper}</b>
        <PaperOutButtons
          paper={paper}
          busy={busy}
          onOpen={() =>
            void run(
              t('dossier.opening'),
              ({ documentId }) => actions.openDocument(documentId),
              () => t('dossier.opened'),
            )
          }
          onSave={() =>
            void run(
              t('dossier.saving'),
              ({ documentId }) => actions.saveDocument(documentId),
              ({ saved, path }) => (saved ? t('dossier.saved', { path }) : t('dossier.notSaved')),
            )
          }
          onPrint={() =>
            void run(
              t('dossier.printing'),
              ({ documentId }) => actions.printDocument(documentId, 1),
              () => t('dossier.printed'),
            )
          }
        />
      </div>
      <span className="small">{detail}</span>
      {state.kind === 'busy' && <Progress>{state.words}</Progress>}
      {state.kind === 'done' && (
        <span role="status" className="row">
          <StatePill meaning="done" title={state.words}>
            {state.words}
          </StatePill>
        </span>
      )}
      {state.kind === 'failed' && <FailureNote failure={state.failure} subject={paper} />}
    </div>
  );
}
