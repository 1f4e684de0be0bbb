/** Over the table of couriers: its own search, what it hides, licences, a file of what is shown, «Новый курьер». */
import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useMay } from '#src/api/session.ts';
import { useSearchField } from '#src/components/form/useSearchField.ts';
import deeds from '#src/components/orders/barDeeds.module.css';
import { paths } from '#src/lib/paths.ts';
import { couriersWords } from '#src/locales/couriersWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { CouriersExport } from './CouriersExport.tsx';
import type { CourierRow } from './courierRows.ts';
import type { CouriersView } from './couriersView.ts';
import { LicencesButton } from './LicencesButton.tsx';
import type { Couriers } from './useCouriers.ts';
import type { useCouriersView } from './useCouriersView.ts';
import classes from './CouriersBar.module.css';

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
      {hidden > 0 && <span className={deeds.hidden}>{t.hidden(hidden)}</span>}
      <span className={classes.spring} />
      <LicencesButton licences={couriers.licences} onOpen={() => change({ licences: true })} />
      <CouriersExport rows={rows} name={t.views[view.view]} />
      {mayKeep && (
        <Link to={paths.courierNew} className={`${deeds.create} ${classes.create}`} title={t.createHint}>
          <IconPlus size={16} stroke={1.9} aria-hidden />
          <span>{t.create}</span>
        </Link>
      )}
    </div>
  );
}

function Search({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const t = useWords(couriersWords).search;
  const { typed, write, field } = useSearchField(query, onQuery, '[data-table] tr[tabindex="0"]');
  return (
    <TextInput
      className={classes.search}
      classNames={{ input: classes.searchInput }}
      size="xs"
      data-page-search
      aria-label={t.label}
      placeholder={t.placeholder}
      {...field}
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
