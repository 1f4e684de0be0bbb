/** The search of a list: `/` goes to it, ↓ goes on into the table, Esc empties it. What is typed lives in the address. */
import { Kbd } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useSearchField } from '#src/components/form/useSearchField.ts';
import { useWords } from '#src/locales/language.tsx';
import { referencesWords } from '#src/locales/referencesWords.ts';
import classes from './ListSearch.module.css';

type ListSearchProps = { list: string; q: string; onType: (q: string) => void };

export function ListSearch({ list, q, onType }: ListSearchProps) {
  const t = useWords(referencesWords).search;
  const { typed, write, field } = useSearchField(q, onType, '[data-table] tr[tabindex="0"]');
  return (
    <div className={classes.search}>
      <IconSearch size={15} stroke={1.7} aria-hidden />
      <input
        type="text"
        role="searchbox"
        data-page-search
        aria-keyshortcuts="/"
        autoComplete="off"
        spellCheck={false}
        aria-label={t.label(list)}
        placeholder={t.placeholder}
        {...field}
      />
      {typed === '' ? (
        <Kbd size="xs" aria-hidden>
          /
        </Kbd>
      ) : (
        <button type="button" aria-label={t.clear} title={t.clear} onClick={() => write('')}>
          <IconX size={14} stroke={2} aria-hidden />
        </button>
      )}
    </div>
  );
}
