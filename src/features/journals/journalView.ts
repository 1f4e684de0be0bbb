/** What a journal is asked for, as the address bar holds it. Pure: see `useJournalView` for the bar itself. */
import type { ChosenOrder } from '#src/components/orders/chosenOrder.ts';
import { chosenOrder, chosenText } from '#src/components/orders/chosenOrder.ts';
import { parseGmt } from '#src/lib/dates.ts';
import { NOBODY } from '#src/lib/paths.ts';

export type JournalName = 'changes' | 'terminal' | 'recorder';

export type JournalView = {
  order: ChosenOrder | null;
  /** iRECA's courier id. */
  courier: string | null;
  /** `2026-11-21`, a day of the configured zone: changes from then on. */
  from: string | null;
  /** Changes made by this program, as iRECA names it. */
  program: string | null;
  /** Changes of this field, as iRECA names it. */
  field: string | null;
  /** From 1. */
  page: number;
};

/** A day that there is: one that there is not would be said to filter, and would not. */
const isDay = (text: string): boolean => parseGmt(`${text} 00:00:00`) !== null;

/** Of a link: what makes no sense is left out. */
export function journalViewFrom(params: URLSearchParams): JournalView {
  const of = (name: string) => params.get(name)?.trim() || null;
  const from = of('from');
  const page = Number(of('page') ?? 1);
  return {
    order: chosenOrder(params.get('order')),
    courier: of('courier'),
    from: from !== null && isDay(from) ? from : null,
    program: of('program'),
    field: of('field'),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The address after a change; anything but a turn of pages leads back to the first one. */
export function journalParams(params: URLSearchParams, change: Partial<JournalView>): URLSearchParams {
  const next = new URLSearchParams(params);
  const write = (name: string, value: string | null) =>
    value === null || value === '' ? next.delete(name) : next.set(name, value);
  for (const name of ['courier', 'from', 'program', 'field'] as const) {
    const value = change[name];
    if (value !== undefined) write(name, value);
  }
  if (change.order !== undefined) {
    write('order', change.order && chosenText(change.order));
    // Programs and fields are those of one order's journal.
    write('program', change.program ?? null);
    write('field', change.field ?? null);
  }
  const page = change.page ?? 1;
  write('page', page > 1 ? String(page) : null);
  return next;
}

/** What the other journals are asked for as well: whose they are. Only the feed of errors can be asked for nobody's. */
export function sharedSearch(params: URLSearchParams): string {
  const shared = new URLSearchParams();
  for (const name of ['order', 'courier']) {
    const value = params.get(name);
    if (value && value !== NOBODY) shared.set(name, value);
  }
  return shared.size === 0 ? '' : `?${shared}`;
}

/** Rows of a page. */
export const PAGE_ROWS = 50;
