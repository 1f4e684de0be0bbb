/** Puts what is wrong with a row, and how its order ended, into words. */
import { errorWords } from '#src/components/format/useErrorWords.ts';
import type { ImportColumns, ImportOrder } from '#src/domain/orderImport.ts';
import type { CellError } from '#src/domain/orderImportReport.ts';
import { formatKopecks } from '#src/lib/money.ts';
import type { exchange } from '#src/locales/ru/exchange.ts';
import type { Catalogue } from '#src/locales/ru.ts';
import type { Outcome } from './importRun.ts';

type ImportWords = (typeof exchange)['import'];

/** Problems whose detail is the number of a row. */
const ROWS = new Set<CellError['problem']>(['differs', 'repeated']);

/** «больше суммы заказа (1 079,56)»: without the field, which the place of the error says. */
export function problemWords({ problem, detail }: CellError, t: ImportWords, locale: string): string {
  const known =
    detail === undefined ? '' : ROWS.has(problem) ? String(detail) : formatKopecks(detail, locale);
  return t.problem[problem](known);
}

/** «Телефон: не похоже на телефон; Тип оплаты (нет колонки): нужно заполнить». */
export function rowProblems(
  errors: readonly CellError[],
  columns: ImportColumns,
  t: ImportWords,
  locale: string,
): string {
  return errors
    .map((error) => {
      const field = t.fields[error.field];
      const name = columns.includes(error.field) ? field : t.noColumn(field);
      return t.errorAt(name, problemWords(error, t, locale));
    })
    .join('; ');
}

/** Why an order did not come about: iRECA's own words first. '' when there is nothing to say. */
export function outcomeReason({ error, reason }: Outcome, t: ImportWords, text: Catalogue): string {
  if (reason) return t.reason[reason];
  if (error === undefined) return '';
  const words = errorWords(error, text.errors);
  return words.said ?? words.advice;
}

/** By row: why its order did not come about, for the file of failed rows. */
export function failedRows(
  orders: readonly ImportOrder[],
  outcomes: ReadonlyMap<string, Outcome>,
  wordsOf: (outcome: Outcome) => string,
): Map<number, string> {
  const why = new Map<number, string>();
  for (const order of orders) {
    const outcome = outcomes.get(order.orderId);
    if (!order.write || (outcome?.state !== 'failed' && outcome?.state !== 'unknown')) continue;
    for (const row of order.rows) why.set(row, wordsOf(outcome));
  }
  return why;
}
