import { useText } from '../../text/use-text.ts';

export function SignOffScreen() {
  const t = useText();
  return <h1>{t('shell.signOff')}</h1>;
}
