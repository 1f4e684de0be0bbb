/** The search of a list: `/` goes to it, ↓ goes on into the table, Esc empties it. What is typed lives in the address. */
import { Kbd } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigationType } from 'react-router';
import { useWords } from '#src/locales/language.tsx';
import { referencesWords } from '#src/locales/referencesWords.ts';
import classes from './ListBar.module.css';

type ListSearchProps = { list: string; q: string; onType: (q: string) => void };

export function ListSearch({ list, q, onType }: ListSearchProps) {
  const t = useWords(referencesWords).search;
  const [typed, setTyped] = useState(q);
  const [known, setKnown] = useState(q);
  const [focused, setFocused] = useState(false);
  const walked = useNavigationType() === 'POP';
  // Under the hand what is typed wins over the address, which follows; Back or «Сбросить» win else.
  if (q !== known) {
    setKnown(q);
    if (!focused || walked) setTyped(q);
  }
  const write = (text: string) => {
    setTyped(text);
    onType(text);
  };
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
        value={typed}
        onChange={(event) => write(event.currentTarget.value)}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            document.querySelector<HTMLElement>('[data-table] tr[tabindex="0"]')?.focus();
          } else if (event.key === 'Escape') {
            event.stopPropagation();
            if (typed === '') event.currentTarget.blur();
            else write('');
          }
        }}
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
