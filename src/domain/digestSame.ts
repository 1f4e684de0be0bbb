/** Whether two digests read alike: a list that only was put together anew is no news to whoever reads it. */
import type { OrderStep } from '#src/contracts/changes.ts';
import type { Digest, DigestEntry } from '#src/domain/digest.ts';
import { DIGEST_GROUPS } from '#src/domain/digest.ts';
import { sameLate } from '#src/domain/digestLate.ts';
import { sameGlance } from '#src/domain/digestStep.ts';

const sameStep = (a: OrderStep, b: OrderStep): boolean =>
  a === b ||
  (a.at === b.at &&
    a.after === b.after &&
    a.by?.login === b.by?.login &&
    a.by?.name === b.by?.name &&
    sameGlance(a.was, b.was) &&
    sameGlance(a.is, b.is));

/** What a row tells of the order as the board has it now. */
const sameOrder = (a: DigestEntry['order'], b: DigestEntry['order']): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.status === b.status &&
    a.address === b.address &&
    a.courierId === b.courierId &&
    a.courierLogin === b.courierLogin);

/** By how long an order is late passes by itself: it stands in no entry, and so changes none. */
const sameEntry = (a: DigestEntry, b: DigestEntry): boolean =>
  a === b ||
  (a.number === b.number &&
    sameLate(a.late, b.late) &&
    sameOrder(a.order, b.order) &&
    a.steps.length === b.steps.length &&
    a.steps.every((step, index) => sameStep(step, b.steps[index] ?? step)));

function sameGroup(a: readonly DigestEntry[], b: readonly DigestEntry[]): boolean {
  if (a.length !== b.length) return false;
  const byKey = new Map(a.map((entry) => [entry.key, entry]));
  // Orders that changed at the same moment may stand in any order among themselves.
  return b.every((entry) => {
    const other = byKey.get(entry.key);
    return other !== undefined && sameEntry(other, entry);
  });
}

/** True when every group of both holds the same orders, of which the same is told. */
export const sameDigest = (a: Digest, b: Digest): boolean =>
  a === b || DIGEST_GROUPS.every((group) => sameGroup(a.groups[group], b.groups[group]));
