import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { vi } from './vi/index.ts';

export type Language = 'vi' | 'en';
const REMEMBERED_AS = 'desk.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof vi };
  }
}

function rememberedLanguage(): Language {
  return globalThis.localStorage?.getItem(REMEMBERED_AS) === 'en' ? 'en' : 'vi';
}

/** Loads both languages at once (they are bundled, so nothing is fetched) and picks the remembered one. */
export function startTexts(language: Language = rememberedLanguage()): typeof i18next {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'vi',
    resources: { vi: { translation: vi }, en: { translation: en } },
    // React escapes; escaping twice would show &amp; in names.
    interpolation: { escapeValue: false },
    // A fact that did not come leaves a gap, never a template's braces.
    missingInterpolationHandler: () => '…',
    initAsync: false,
  });
  // "1 page", "2 pages": `{{n}} {{n, noun(one: page; more: pages)}}`. Vietnamese has one form for both.
  i18next.services.formatter?.add('noun', (count, _language, forms: Readonly<Record<string, unknown>>) =>
    String(Number(count) === 1 ? forms.one : forms.more),
  );
  showLanguageToReaders(language);
  return i18next;
}

/** Switches every sentence on the screen at once and remembers it for the next start. */
export function setLanguage(language: Language): void {
  globalThis.localStorage?.setItem(REMEMBERED_AS, language);
  showLanguageToReaders(language);
  void i18next.changeLanguage(language);
}

/** Screen readers pronounce by `<html lang>`. */
function showLanguageToReaders(language: Language): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}
