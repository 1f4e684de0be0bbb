/** Which language the screen speaks, and its words. English is fetched only when somebody asks for it. */
import { createContext, use, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { loadPart } from '#src/lib/lazyPart.ts';
import type { Catalogue } from '#src/locales/ru.ts';
import { ru } from '#src/locales/ru.ts';

export type Language = 'ru' | 'en';

type LanguageContextValue = {
  language: Language;
  text: Catalogue;
  setLanguage: (language: Language) => void;
};

const STORAGE_KEY = 'pult.language';
const LanguageContext = createContext<LanguageContextValue>({
  language: 'ru',
  text: ru,
  setLanguage: () => {},
});

const load: Record<Language, () => Promise<Catalogue>> = {
  ru: () => Promise.resolve(ru),
  en: () => import('#src/locales/en.ts').then((module) => module.en),
};

const stored = (): Language => (localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'ru');

/** Provides the words; keeps the choice on this computer. Until another language has arrived the old one stays. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState<Language>(stored);
  const [text, setText] = useState<Catalogue>(ru);

  useEffect(() => {
    let wanted = true;
    loadPart(load[language]).then(
      (words) => {
        if (!wanted) return;
        document.documentElement.lang = language;
        setText(words);
      },
      // They went with an update of Pult: the choice is kept, and counts from the next load on.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [language]);

  const value = useMemo(
    () => ({
      language,
      text,
      setLanguage: (next: Language) => {
        localStorage.setItem(STORAGE_KEY, next);
        choose(next);
      },
    }),
    [language, text],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** The words of the chosen language. */
export const useText = (): Catalogue => use(LanguageContext).text;

/** The chosen language and how to change it. */
export const useLanguage = (): LanguageContextValue => use(LanguageContext);

/**
 * The words of a part that is fetched with its screen, in the language that the screen speaks now. `words` is made once
 * per part (`src/locales/<part>Words.ts`), so the first load does not carry it.
 */
export function useWords<Words>(words: Readonly<Record<Language, Words>>): Words {
  return words[use(LanguageContext).text.locale === ru.locale ? 'ru' : 'en'];
}
