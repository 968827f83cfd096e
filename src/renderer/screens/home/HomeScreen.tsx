import { useText } from '../../text/use-text.ts';

export function HomeScreen() {
  const t = useText();
  return <h1>{t('shell.home')}</h1>;
}
