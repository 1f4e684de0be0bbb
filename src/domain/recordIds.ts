/** Ids of records: the next free number, and who stands below whom. */
import type { AnyRecord } from '#src/domain/declaration.ts';

/**
 * The number after the largest one (assumption: ids are numbers given by this side; iRECA API text «в вашей системе»).
 * @param ids those of deleted records too: iRECA still knows them.
 */
export function nextFreeId(ids: Iterable<string>): string {
  let largest = 0;
  for (const id of ids) {
    const number = Number(id);
    if (Number.isSafeInteger(number + 1) && number > largest) largest = number;
  }
  return String(Math.floor(largest) + 1);
}

/**
 * The record itself and all that stand below it: none of them can be what it stands below.
 * @param parentKey the field that names what a record stands below.
 */
export function ownBranch(
  records: readonly AnyRecord[],
  idOf: (record: AnyRecord) => string,
  parentKey: string,
  id: string,
): ReadonlySet<string> {
  const children = new Map<string, string[]>();
  for (const record of records) {
    const parent = record[parentKey];
    if (typeof parent !== 'string' || parent === '') continue;
    const known = children.get(parent);
    if (known) known.push(idOf(record));
    else children.set(parent, [idOf(record)]);
  }
  const branch = new Set([id]);
  // A set that grows while it is walked is walked to its end; one that is in it already is not added again.
  for (const one of branch) for (const child of children.get(one) ?? []) branch.add(child);
  return branch;
}
