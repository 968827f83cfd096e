import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Language } from './i18n.ts';

export type Text = TFunction;

/** The sentences of the current language: `const t = useText(); t('shell.signOut')`. */
export function useText(): Text {
  return useTranslation().t;
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'vi';
}
