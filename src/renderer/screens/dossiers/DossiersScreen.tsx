import { useText } from '../../text/use-text.ts';

export function DossiersScreen() {
  const t = useText();
  return <h1>{t('shell.dossiers')}</h1>;
}
