/** A search field whose words live in the address: what is typed wins under the hand, Back and links win else. */
import type { ChangeEvent, KeyboardEvent } from 'react';
import { useState } from 'react';
import { useNavigationType } from 'react-router';

type SearchField = {
  typed: string;
  write: (text: string) => void;
  /** For the input itself. Esc empties it, and leaves it when it is empty; ↓ goes on into what is searched. */
  field: {
    value: string;
    onChange: (event: ChangeEvent<HTMLInputElement>) => void;
    onFocus: () => void;
    onBlur: () => void;
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  };
};

/**
 * @param query as it stands in the address; it follows typing with a delay.
 * @param onType writes it there.
 * @param below what ↓ puts the focus on, as a selector; without it ↓ does nothing.
 */
export function useSearchField(query: string, onType: (text: string) => void, below?: string): SearchField {
  const [typed, setTyped] = useState(query);
  const [known, setKnown] = useState(query);
  const [focused, setFocused] = useState(false);
  const walked = useNavigationType() === 'POP';
  if (query !== known) {
    setKnown(query);
    if (!focused || walked) setTyped(query);
  }
  const write = (text: string) => {
    setTyped(text);
    onType(text);
  };
  return {
    typed,
    write,
    field: {
      value: typed,
      onChange: (event) => write(event.currentTarget.value),
      onFocus: () => setFocused(true),
      onBlur: () => setFocused(false),
      onKeyDown: (event) => {
        if (event.key === 'ArrowDown' && below !== undefined) {
          event.preventDefault();
          document.querySelector<HTMLElement>(below)?.focus();
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          if (typed === '') event.currentTarget.blur();
          else write('');
        }
      },
    },
  };
}
