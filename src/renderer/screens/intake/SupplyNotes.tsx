import { useText } from '../../text/use-text.ts';
import { shortageWords } from '../../ui/dossier/shortage-words.ts';
import { useNumberSupply } from '../../ui/dossier/use-number-supply.ts';
import { Note } from '../../ui/Note.tsx';
import { useNow } from '../../ui/shell/use-now.ts';
import { useOfCheck } from './draft/use-draft-check.ts';

/**
 * Numbers that ran out for this very dossier, and those that will within the next few: said before the button is
 * pressed, because the citizen who is here has to be told. One note, so that the papers keep their room.
 */
export function SupplyNotes() {
  const t = useText();
  const notes = useOfCheck((check) => check?.notes ?? []);
  const supply = useNumberSupply(useNow(20_000));
  const soon = supply?.shortages.filter(({ level }) => level === 'soon') ?? [];
  const words = [
    ...notes.map(({ code }) => t(`supply.brief.${code}`)),
    ...soon.map((shortage) => shortageWords(t, shortage)),
  ];
  return words.length === 0 ? null : <Note meaning="look">{words.join(' ')}</Note>;
}
