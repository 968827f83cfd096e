import type { Procedure } from '../../../../shared/domain/procedure/procedure.ts';
import { matchesWords } from '../../../ui/matches-words.ts';

/** The whole catalogue while nothing is typed; else what has every word in name, code or field, names first. */
export function searchInCatalogue(procedures: readonly Procedure[], query: string): readonly Procedure[] {
  if (query.trim() === '') return procedures;
  const byName = procedures.filter((each) => matchesWords(each.name, query));
  const others = procedures.filter(
    (each) => !byName.includes(each) && matchesWords(`${each.name} ${each.code} ${each.field}`, query),
  );
  return [...byName, ...others];
}
