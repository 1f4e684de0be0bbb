/** Search over all orders. `/` goes to it from anywhere; what is typed lives in the address (`?q=`). */
import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { OrderLinkState } from '#src/lib/paths.ts';
import { paths } from '#src/lib/paths.ts';
import { sectionOf } from '#src/app/sections.ts';
import { useSearchField } from '#src/components/form/useSearchField.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './SearchBox.module.css';

const pageSearch = () => document.querySelector<HTMLInputElement>('input[data-page-search]');

/** Typing replaces the address instead of filling the Back button with keystrokes. */
export function SearchBox() {
  const t = useText().shell.search;
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const { pathname, state } = useLocation();
  const [params, setParams] = useSearchParams();
  const inPlace = pathname === paths.orders || pathname === paths.map;
  // A card over the list keeps the list's view; `q` of any other page is not about orders.
  const over = (state as OrderLinkState)?.over === 'list' && pathname.startsWith(`${paths.orders}/`);
  const inAddress = inPlace || over ? (params.get('q') ?? '') : '';
  // A page with a search of its own is searched by it; orders are still a click away.
  useHotkeys([['/', () => (pageSearch() ?? input.current)?.select()]]);

  const toAddress = (text: string) => {
    if (!inPlace) {
      // A card over the list makes room for what is found; the rest of the list's view stays.
      const next = new URLSearchParams(over ? params : '');
      next.set('q', text);
      void navigate({ pathname: paths.orders, search: next.toString() }, { replace: over });
      return;
    }
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (text === '') next.delete('q');
        else next.set('q', text);
        return next;
      },
      { replace: true },
    );
  };
  const { typed, write, field } = useSearchField(inAddress, toAddress);

  return (
    <TextInput
      ref={input}
      className={classes.box}
      classNames={{ input: classes.input }}
      size="sm"
      role="searchbox"
      aria-label={t.label}
      placeholder={t.placeholder}
      {...field}
      leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
      rightSection={
        typed === '' ? (
          !('ownSearch' in sectionOf(pathname)) && (
            <Kbd size="xs" aria-hidden>
              /
            </Kbd>
          )
        ) : (
          <CloseButton size="sm" aria-label={t.clear} onClick={() => write('')} />
        )
      }
    />
  );
}
