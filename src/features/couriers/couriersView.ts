/** What the address bar holds of the couriers page. What it cannot read it ignores. */
import type { CourierColumn, CourierView } from './courierRows.ts';
import { COURIER_COLUMNS, COURIER_VIEWS } from './courierRows.ts';

export type CouriersView = {
  view: CourierView;
  query: string;
  /** Null = what needs a decision first. */
  sort: { column: CourierColumn; down: boolean } | null;
  /** The panel of licences is open. */
  licences: boolean;
};

const PARAM = { view: 'view', query: 'q', sort: 'sort', licences: 'licences' } as const;
const LONGEST_QUERY = 200;

export function couriersViewFrom(params: URLSearchParams): CouriersView {
  const sort = params.get(PARAM.sort) ?? '';
  const down = sort.startsWith('-');
  const column = COURIER_COLUMNS.find((name) => name === (down ? sort.slice(1) : sort));
  return {
    view: COURIER_VIEWS.find((name) => name === params.get(PARAM.view)) ?? 'all',
    query: (params.get(PARAM.query) ?? '').slice(0, LONGEST_QUERY),
    sort: column ? { column, down } : null,
    licences: params.get(PARAM.licences) === '1',
  };
}

/** Writes a change into the address; what is as plain as can be leaves no trace. */
export function couriersParams(params: URLSearchParams, change: Partial<CouriersView>): URLSearchParams {
  const view = { ...couriersViewFrom(params), ...change };
  const next = new URLSearchParams(params);
  const texts = {
    view: view.view === 'all' ? '' : view.view,
    query: view.query,
    sort: view.sort ? `${view.sort.down ? '-' : ''}${view.sort.column}` : '',
    licences: view.licences ? '1' : '',
  };
  for (const name of Object.keys(PARAM) as (keyof typeof PARAM)[]) {
    if (texts[name] === '') next.delete(PARAM[name]);
    else next.set(PARAM[name], texts[name]);
  }
  return next;
}
