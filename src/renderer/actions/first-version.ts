import { canonicalJson } from '../../shared/base/canonical-json.ts';
import type { DossierContent } from '../../shared/domain/dossier/dossier-received.ts';
import type { DossierState } from '../../shared/domain/dossier/dossier-state.ts';

/**
 * True when the draft says something else than the dossier that was made of it: the reply to a first press was lost, the
 * officer went on writing, and pressing again gives the facts of the first press (a command makes its facts once). A newer
 * catalogue alone is no edit. `content` null: the draft says nothing whole.
 */
export function isEditedSince(content: DossierContent | null, dossier: DossierState): boolean {
  if (content === null) return false;
  const { procedure } = dossier.content;
  const said = content.procedure.code === procedure.code ? { ...content, procedure } : content;
  return canonicalJson(said) !== canonicalJson(dossier.content);
}
