/** Pages of a list: which rows stand on one, and which pages there are to choose from. */

export type PagePart<Row> = {
  rows: readonly Row[];
  /** From 1; beyond the last page stands the last one. */
  page: number;
  pages: number;
  /** Place of the first row in the whole list, from 0. */
  first: number;
};

/** @param wanted from 1. @param size rows of a page. */
export function pageOf<Row>(rows: readonly Row[], wanted: number, size: number): PagePart<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(wanted, pages);
  const first = (page - 1) * size;
  return { page, pages, first, rows: rows.slice(first, first + size) };
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
