/** Records out of a pasted table: each row checked, and compared with what iRECA has of it. */
import type { FieldSpec, ListSlug } from '#src/domain/declaration.ts';
import type { ImportTable } from '#src/domain/orderImportTable.ts';
import type { CheckContext } from '#src/domain/recordCheck.ts';
import { checkRecord } from '#src/domain/recordCheck.ts';
import type { DraftValues, FieldValue } from '#src/domain/recordDraft.ts';
import type { Finder } from '#src/domain/recordFinder.ts';
import { finder, firstOf, named } from '#src/domain/recordFinder.ts';
import type { PasteProblem } from '#src/domain/recordPasteCells.ts';
import { readRecordCell } from '#src/domain/recordPasteCells.ts';
import type { PasteColumns } from '#src/domain/recordPasteHeads.ts';
import { keptOtherwise, settledValues } from '#src/domain/recordRow.ts';

/** What the table is pasted into. */
export type PasteTarget = {
  slug: ListSlug;
  /** Those that can be pasted. */
  fields: readonly FieldSpec[];
  idKey: string;
  /** Finds records of other lists, by the list. */
  finders: ReadonlyMap<ListSlug, Finder<string>>;
  /** What iRECA has, by id. */
  known: ReadonlyMap<string, KnownRecord>;
  /** `2026-11-21`, in the configured zone. */
  today: string;
};
export type KnownRecord = { values: DraftValues; isDeleted: boolean };

/** `detail`: the row that has the same id, as the spreadsheet numbers it. */
export type PasteError = { key: string; problem: PasteProblem; detail?: number };

/** `new` iRECA has no such id · `changed` some of its fields · `same` nothing to do · `wrong` cannot be sent. */
export type PasteKind = 'new' | 'changed' | 'same' | 'wrong';

export type PasteRow = {
  id: string;
  kind: PasteKind;
  /** As they are sent: of a new record all fields, of a known one those that the row names. */
  values: DraftValues;
  fields: readonly FieldSpec[];
  /** Keys of the fields that would change. */
  changes: readonly string[];
  errors: readonly PasteError[];
  /** The id is that of a deleted record. */
  isDeleted: boolean;
};

/** The cells of a row that say something, and what of them can be read without the other rows. */
type Cells = {
  texts: ReadonlyMap<string, string>;
  values: DraftValues;
  errors: PasteError[];
  /** It names a record of the list itself, which may be another row of the table. */
  pointsInside: boolean;
  /** Of a row that does not: what it comes to, known once for all. */
  checked: PasteRow | null;
};

/** Reads rows, each once: a row that did not change is not read again. */
export function pasteReader(columns: PasteColumns, { fields, slug, finders }: PasteTarget) {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const seen = new WeakMap<readonly string[], Cells>();
  const readRow = (row: readonly string[]): Cells => {
    const texts = new Map<string, string>();
    const values: Record<string, FieldValue> = {};
    const errors: PasteError[] = [];
    let pointsInside = false;
    for (const [at, key] of columns.entries()) {
      const text = (row[at] ?? '').trim();
      const field = key === null ? undefined : byKey.get(key);
      if (text === '' || !field) continue;
      texts.set(field.key, text);
      // Whom a row stands below may be another row.
      if (field.kind === 'reference' && field.from === slug) {
        pointsInside = true;
        continue;
      }
      const read = readRecordCell(field, text, field.from && finders.get(field.from));
      if ('value' in read) values[field.key] = read.value;
      else errors.push({ key: field.key, problem: read.problem });
    }
    return { texts, values, errors, pointsInside, checked: null };
  };
  return (row: readonly string[]): Cells => {
    const cells = seen.get(row) ?? readRow(row);
    seen.set(row, cells);
    return cells;
  };
}
export type PasteReader = ReturnType<typeof pasteReader>;

/** Finds records of the list itself: those that iRECA has, and those that the table brings. */
function ownFinder(rows: readonly Cells[], { slug, idKey, finders }: PasteTarget): Finder<string> {
  const brought = new Map<string, string>();
  for (const { texts } of rows) {
    const id = texts.get(idKey);
    if (id !== undefined && !brought.has(id)) brought.set(id, texts.get('title') ?? '');
  }
  const inTable = [...brought];
  const byId = finder(
    inTable,
    ([id]) => id,
    ([id]) => id,
  );
  const byTitle = named(
    inTable,
    ([id]) => id,
    ([, title]) => title,
  );
  const inList: Finder<string> = finders.get(slug) ?? (() => undefined);
  return firstOf(byId, inList, byTitle);
}

/** The row without the other rows: what it says, and whether iRECA has it. */
function checkRow(cells: Cells, target: PasteTarget, find: Finder<string>): PasteRow {
  const { fields, idKey, slug, known, today } = target;
  const id = cells.texts.get(idKey) ?? '';
  const before = known.get(id);
  const errors = [...cells.errors];
  const values: Record<string, FieldValue> = { ...cells.values };
  for (const field of fields) {
    const text = field.kind === 'reference' && field.from === slug ? cells.texts.get(field.key) : undefined;
    if (text === undefined) continue;
    const read = readRecordCell(field, text, find);
    if ('value' in read) values[field.key] = read.value;
    else errors.push({ key: field.key, problem: read.problem });
  }
  // A record may go on pointing at what was deleted in the meantime.
  const right = errors.filter(({ key, problem }) => {
    const text = cells.texts.get(key);
    const stays = problem === 'unknownReference' && text !== undefined && before?.values[key] === text;
    if (stays) values[key] = text;
    return !stays;
  });
  const given = fields.filter(({ key }) => key in values);
  // An empty cell changes nothing.
  const sent = before ? given : fields;
  const settled = settledValues(sent, values);
  const context: CheckContext = { idKey, today, exists: before !== undefined };
  const unread = new Set(right.map(({ key }) => key));
  for (const [key, problem] of Object.entries(checkRecord(sent, settled, context))) {
    if (problem && !unread.has(key)) right.push({ key, problem });
  }
  const changes = before
    ? keptOtherwise(
        sent.filter(({ key }) => key !== idKey),
        settled,
        before.values,
        null,
      )
    : [];
  return {
    id,
    kind: right.length > 0 ? 'wrong' : !before ? 'new' : changes.length > 0 ? 'changed' : 'same',
    values: settled,
    fields: sent,
    changes,
    errors: right,
    isDeleted: before?.isDeleted ?? false,
  };
}

/** Rows that would stand below themselves, through whomever. */
function circles(rows: readonly PasteRow[], parentKey: string, known: PasteTarget['known']): Set<PasteRow> {
  const parents = new Map<string, string>();
  for (const [id, { values }] of known) parents.set(id, String(values[parentKey] ?? ''));
  for (const { id, values } of rows)
    if (parentKey in values) parents.set(id, String(values[parentKey] ?? ''));
  return new Set(
    rows.filter(({ id, values }) => {
      if (id === '' || !values[parentKey]) return false;
      const passed = new Set<string>();
      let above = parents.get(id);
      while (above && above !== id && !passed.has(above)) {
        passed.add(above);
        above = parents.get(above);
      }
      return above === id;
    }),
  );
}

const withError = (row: PasteRow, error: PasteError): PasteRow => ({
  ...row,
  kind: 'wrong',
  errors: [...row.errors, error],
});

/** All rows of the table, in its order: what each comes to and what is wrong with it. */
export function checkPaste(table: ImportTable, read: PasteReader, target: PasteTarget): PasteRow[] {
  const cells = table.rows.map(read);
  const find = ownFinder(cells, target);
  const rows = cells.map((one) => {
    const row = one.checked ?? checkRow(one, target, find);
    if (!one.pointsInside) one.checked = row;
    return row;
  });
  const parent = target.fields.find(({ kind, from }) => kind === 'reference' && from === target.slug);
  const inCircle = parent ? circles(rows, parent.key, target.known) : new Set<PasteRow>();
  const first = new Map<string, number>();
  return rows.map((row, index) => {
    const checked =
      parent && inCircle.has(row) ? withError(row, { key: parent.key, problem: 'ownBranch' }) : row;
    if (row.id === '') return checked;
    const before = first.get(row.id);
    if (before === undefined) first.set(row.id, index);
    return before === undefined
      ? checked
      : withError(checked, { key: target.idKey, problem: 'repeated', detail: table.firstRow + before });
  });
}
