/** Head of the list of couriers: how many are on shift, the filter by name, the order. */
import { CloseButton, TextInput } from '@mantine/core';
import { IconChevronDown, IconSearch } from '@tabler/icons-react';
import type { CourierSort } from '#src/components/map/courierSummary.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './CourierList.module.css';

const SORTS: CourierSort[] = ['load', 'late', 'age'];

type Props = {
  /** On shift; all of them while shifts are not known. */
  count: number | null;
  shiftsKnown: boolean;
  query: string;
  onQuery: (query: string) => void;
  sort: CourierSort;
  onSort: (sort: CourierSort) => void;
};

export function CourierListHead({ count, shiftsKnown, query, onQuery, sort, onSort }: Props) {
  const t = useText().map.couriers;
  return (
    <header className={classes.head}>
      <h2 className={classes.title} title={shiftsKnown ? undefined : t.shiftsUnknown}>
        {shiftsKnown ? t.title : t.titleNoShifts} {count !== null && <span>{count}</span>}
      </h2>
      <TextInput
        className={classes.search}
        classNames={{ input: classes.searchInput }}
        size="xs"
        aria-label={t.search}
        placeholder={t.placeholder}
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return;
          event.stopPropagation();
          onQuery('');
        }}
        leftSection={<IconSearch size={14} stroke={1.7} aria-hidden />}
        leftSectionWidth={26}
        rightSectionWidth={24}
        rightSection={
          query === '' ? null : <CloseButton size="xs" aria-label={t.clear} onClick={() => onQuery('')} />
        }
      />
      <span className={classes.sort}>
        <select
          aria-label={t.sort}
          value={sort}
          onChange={(event) => {
            const chosen = SORTS.find((one) => one === event.currentTarget.value);
            if (chosen) onSort(chosen);
          }}
        >
          {SORTS.map((one) => (
            <option key={one} value={one}>
              {t.by[one]}
            </option>
          ))}
        </select>
        <IconChevronDown size={13} stroke={1.7} aria-hidden />
      </span>
    </header>
  );
}
