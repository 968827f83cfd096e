import { setLanguage } from '../../text/i18n.ts';
import { useLanguage, useText } from '../../text/use-text.ts';

/** VI/EN, at run time; remembered on this machine. */
export function LanguageSwitch() {
  const t = useText();
  const language = useLanguage();
  return (
    <fieldset className="language" aria-label={t('shell.language')}>
      {(['vi', 'en'] as const).map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={language === each}
          onClick={() => setLanguage(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
