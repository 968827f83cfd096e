import type { DossierId } from '../../../shared/base/ids.ts';
import { useDeskView } from '../../state/desk-view.ts';
import { useText } from '../../text/use-text.ts';

export function DossierScreen({ dossierId }: { readonly dossierId: DossierId }) {
  const t = useText();
  const dossier = useDeskView((view) => view.desk?.dossiers.get(dossierId));
  return <h1>{dossier?.code ?? t('shell.dossiers')}</h1>;
}
