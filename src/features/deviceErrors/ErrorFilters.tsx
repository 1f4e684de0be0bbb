/** Above «Ошибки кассы»: search, device, courier, only new ones; all of it lives in the address. */
import type { ListAddress } from '#src/components/records/useListAddress.ts';
import { ListSearch } from '#src/components/records/ListSearch.tsx';
import bar from '#src/components/records/ListBar.module.css';
import { NOBODY } from '#src/lib/paths.ts';
import { deviceErrorsWords } from '#src/locales/deviceErrorsWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import type { ErrorFilter, ErrorRow } from './errorRows.ts';
import classes from './DeviceErrorsPage.module.css';

const DEVICES = [null, 'terminal', 'recorder'] as const;

type ErrorFiltersProps = {
  filter: ErrorFilter;
  change: ListAddress['change'];
  /** Of the whole feed. */
  rows: readonly ErrorRow[];
};

export function ErrorFilters({ filter, change, rows }: ErrorFiltersProps) {
  const words = useWords(deviceErrorsWords);
  const t = words.filters;
  const unseen = rows.filter(({ seen }) => !seen).length;
  return (
    <>
      <ListSearch list={words.title} q={filter.q} onType={(q) => change({ q }, { replace: true })} />
      <div className={classes.devices} role="group" aria-label={t.devices}>
        {DEVICES.map((device) => (
          <button
            key={device ?? 'all'}
            type="button"
            aria-pressed={filter.device === device}
            onClick={() => change({ device })}
          >
            {device === null ? t.allDevices : t[device]}
          </button>
        ))}
      </div>
      <CourierChoice filter={filter} change={change} rows={rows} />
      <button
        type="button"
        className={`${bar.toggle} ${classes.unseen}`}
        aria-pressed={filter.unseen}
        title={t.unseenTitle}
        onClick={() => change({ unseen: filter.unseen ? null : '1' })}
      >
        {t.unseen(unseen)}
      </button>
    </>
  );
}

/** Only couriers that have errors: of five hundred, the dozen that one looks for. */
function CourierChoice({ filter, change, rows }: ErrorFiltersProps) {
  const t = useWords(deviceErrorsWords);
  const { locale } = useText();
  const counts = new Map<string, { name: string; count: number }>();
  const name = (id: string) => (id === NOBODY ? t.filters.nobody : t.courier(id));
  // The one in the address is offered even when none of its errors is left.
  if (filter.courier !== '') counts.set(filter.courier, { name: name(filter.courier), count: 0 });
  for (const row of rows) {
    const id = row.courierId ?? NOBODY;
    const known = counts.get(id);
    counts.set(id, { name: row.courier || t.filters.nobody, count: (known?.count ?? 0) + 1 });
  }
  const options = [...counts].sort(([, a], [, b]) => a.name.localeCompare(b.name, locale));
  return (
    <select
      className={classes.choice}
      aria-label={t.filters.courier}
      value={filter.courier}
      data-chosen={filter.courier !== '' || undefined}
      onChange={({ currentTarget }) => change({ courier: currentTarget.value })}
    >
      <option value="">{t.filters.allCouriers}</option>
      {options.map(([id, { name: title, count }]) => (
        <option key={id} value={id}>
          {t.filters.courierCount(title, count)}
        </option>
      ))}
    </select>
  );
}
