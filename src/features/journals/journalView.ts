/** What a journal is asked for, as the address bar holds it. Pure: see `useJournalView` for the bar itself. */
import type { System } from '#src/contracts/feed.ts';

export type JournalName = 'changes' | 'terminal' | 'recorder';

export type ChosenOrder = { system: System; id: string };

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

const KASSA = 'kassa:';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const orderFromText = (text: string): ChosenOrder =>
  text.startsWith(KASSA)
    ? { system: 'kassa', id: text.slice(KASSA.length) }
    : { system: 'ireca', id: text.replace(/^ireca:/, '') };

/** iRECA's ids stand as they are; Kassa's behind `kassa:`. */
export const orderText = ({ system, id }: ChosenOrder): string => (system === 'kassa' ? KASSA + id : id);

/** Of a link: what makes no sense is left out. */
export function journalViewFrom(params: URLSearchParams): JournalView {
  const of = (name: string) => params.get(name)?.trim() || null;
  const order = of('order');
  const chosen = order === null ? null : orderFromText(order);
  const from = of('from');
  const page = Number(of('page') ?? 1);
  return {
    order: chosen?.id ? chosen : null,
    courier: of('courier'),
    from: from !== null && DAY.test(from) ? from : null,
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
    write('order', change.order && orderText(change.order));
    // Programs and fields are those of one order's journal.
    write('program', change.program ?? null);
    write('field', change.field ?? null);
  }
  const page = change.page ?? 1;
  write('page', page > 1 ? String(page) : null);
  return next;
}

/** What the other journals are asked for as well: whose they are. */
export function sharedSearch(params: URLSearchParams): string {
  const shared = new URLSearchParams();
  for (const name of ['order', 'courier']) {
    const value = params.get(name);
    if (value) shared.set(name, value);
  }
  return shared.size === 0 ? '' : `?${shared}`;
}

export const PAGE_ROWS = 50;

/** The page that there is: beyond the last one stands the last one. */
export function pageOf<Row>(rows: readonly Row[], wanted: number) {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS));
  const page = Math.min(wanted, pages);
  const first = (page - 1) * PAGE_ROWS;
  return { page, pages, first, rows: rows.slice(first, first + PAGE_ROWS) };
}

/** Numbers of pages to choose from: the first, the last, those around this one; null = a gap. */
export function pageChoice(page: number, pages: number): (number | null)[] {
  const shown = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (n) => n === 1 || n === pages || Math.abs(n - page) <= 1 || (pages <= 7 && n <= pages),
  );
  return shown.flatMap((n, index) => {
    const before = shown[index - 1];
    return before !== undefined && n - before > 1 ? [null, n] : [n];
  });
}
