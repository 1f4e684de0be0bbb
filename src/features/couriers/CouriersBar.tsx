/** Over the table of couriers: its own search, what it hides, licences, a file of what is shown, «Новый курьер». */
import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigationType } from 'react-router';
import { useMay } from '#src/api/session.ts';
import { paths } from '#src/lib/paths.ts';
import { couriersWords } from '#src/locales/couriersWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { CouriersExport } from './CouriersExport.tsx';
import type { CourierRow } from './courierRows.ts';
import type { CouriersView } from './couriersView.ts';
import { LicencesButton } from './LicencesButton.tsx';
import type { Couriers } from './useCouriers.ts';
import type { useCouriersView } from './useCouriersView.ts';
import classes from './CouriersPage.module.css';

type Props = {
  view: CouriersView;
  change: ReturnType<typeof useCouriersView>['change'];
  couriers: Couriers;
  /** As they stand in the table. */
  rows: readonly CourierRow[];
  /** By the search. */
  hidden: number;
};

export function CouriersBar({ view, change, couriers, rows, hidden }: Props) {
  const t = useWords(couriersWords);
  const mayKeep = useMay('admin');
  return (
    <div className={classes.bar}>
      <Search query={view.query} onQuery={(query) => change({ query }, { replace: true })} />
      {hidden > 0 && <span className={classes.hidden}>{t.hidden(hidden)}</span>}
      <span className={classes.spring} />
      <LicencesButton licences={couriers.licences} onOpen={() => change({ licences: true })} />
      <CouriersExport rows={rows} name={t.views[view.view]} />
      {mayKeep && (
        <Link to={paths.courierNew} className={classes.create} title={t.createHint}>
          <IconPlus size={16} stroke={1.9} aria-hidden />
          <span>{t.create}</span>
        </Link>
      )}
    </div>
  );
}

/** What is typed wins under the hand: the address follows a moment later. Back and links win else. */
function Search({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const t = useWords(couriersWords).search;
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
    onQuery(text);
  };
  return (
    <TextInput
      className={classes.search}
      classNames={{ input: classes.searchInput }}
      size="xs"
      data-page-search
      aria-label={t.label}
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
      leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
      rightSection={
        typed === '' ? (
          <Kbd className={classes.key} size="xs" aria-hidden>
            /
          </Kbd>
        ) : (
          <CloseButton size="xs" aria-label={t.clear} onClick={() => write('')} />
        )
      }
    />
  );
}
