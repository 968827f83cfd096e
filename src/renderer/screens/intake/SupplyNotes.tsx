import type { DraftCheck } from '../../../shared/domain/dossier/check-draft.ts';
import { problemSentence } from '../../text/sentence-by-code.ts';
import { useText } from '../../text/use-text.ts';
import { shortageWords } from '../../ui/dossier/shortage-words.ts';
import { useNumberSupply } from '../../ui/dossier/use-number-supply.ts';
import { Note } from '../../ui/Note.tsx';
import { useNow } from '../../ui/shell/use-now.ts';

/**
 * Numbers that ran out for this very dossier, and those that will within the next few: said before the button is
 * pressed, because the citizen who is here has to be told.
 */
export function SupplyNotes({ check }: { readonly check: DraftCheck }) {
  const t = useText();
  const supply = useNumberSupply(useNow(20_000));
  const soon = supply?.shortages.filter(({ level }) => level === 'soon') ?? [];
  if (check.notes.length === 0 && soon.length === 0) return null;
  return (
    <div className="supply-notes">
      {check.notes.map((note) => (
        <Note key={note.code} meaning="look">
          {problemSentence(t, note)}
        </Note>
      ))}
      {soon.map((shortage) => (
        <Note key={shortage.kind} meaning="look">
          {shortageWords(t, shortage)}
        </Note>
      ))}
    </div>
  );
}
