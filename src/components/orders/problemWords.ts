/** What is wrong with a record, in words. */
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { Catalogue } from '#src/locales/ru.ts';

/**
 * One sentence per problem; empty when there is none. An order given to a courier that iRECA's list lacks is one too,
 * once that list is known. Kassa has no coordinates at all, so their absence is no news about a Kassa order.
 */
export function problemWords(
  order: Pick<DispatchOrder, 'system' | 'problems' | 'courierId'>,
  directory: Pick<CourierDirectory, 'byId'> | undefined,
  words: Catalogue['orders']['problems'],
): string[] {
  const said = order.problems
    .filter((problem) => !(problem === 'noPoint' && order.system === 'kassa'))
    .map((problem) => words[problem]);
  if (directory && order.courierId !== null && !directory.byId.has(order.courierId)) {
    said.push(words.unknownCourier(order.courierId));
  }
  return said;
}
