/** The body of a change: what was read stays, the documented writable fields are laid over it. */
import type { OrderWrite } from '#src/contracts/ireca/orderWrite.ts';
import { orderBody } from '#src/contracts/ireca/orderWrite.ts';
import type { Row } from '#src/contracts/wire.ts';
import { isNothing, isRow, readFlag, readOptionalId } from '#src/contracts/wire.ts';
import { lineKeys } from '#src/domain/orderForm.ts';

/** Documented for reading only: iRECA keeps them itself. */
const READ_ONLY = [
  'receiptStatusId',
  'frReceiptStatusId',
  'originalPaymentId',
  'frUsedPaymentId',
  'returnedOrder',
  'isReturned',
  'isEdited',
] as const;

/** The same in a line of goods: of the catalogue, or of what the courier did. */
const GOOD_READ_ONLY = [
  'returnReasonId',
  'parentId',
  'article',
  'calcId',
  'title',
  'multiplicity',
  'imageUrl',
  'imageBigUrl',
  'isActive',
  'canceledItems',
] as const;

function without(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

const rowOf = (value: unknown): Row => (isRow(value) ? value : {});
const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRow) : []);

/** What we do not know of an address belongs to that very door. */
function addressBody(read: unknown, written: unknown): Row {
  const old = rowOf(read);
  const next = rowOf(written);
  const sameDoor = ['city', 'street', 'home'].every(
    (name) => String(old[name] ?? '').trim() === String(next[name] ?? ''),
  );
  return sameDoor ? { ...old, ...next } : next;
}

/** True when the address that was read says anything. */
const hasWords = (entity: unknown) =>
  ['postindex', 'city', 'street', 'home', 'apartment'].some((name) => !isNothing(rowOf(entity)[name]));

function goodsBody(readGoods: unknown, write: OrderWrite, written: Row, keys: readonly string[]): Row[] {
  const rows = rowsOf(readGoods);
  const names = lineKeys(rows.map(({ goodId }) => ({ goodId: readOptionalId(goodId) })));
  const read = new Map(names.map((name, index) => [name, rows[index]]));
  return rowsOf(written['goods']).map((good, index) => {
    const old = read.get(keys[index] ?? '');
    // Another good on the same line is another line.
    const same = old && readOptionalId(old['goodId']) === (write.goods[index]?.goodId ?? null);
    return same ? { ...without(old, GOOD_READ_ONLY), ...good } : good;
  });
}

/**
 * The body of `PUT /orders?orderId=`. Decided so, for iRECA's text has no word on what a missing field means:
 * - each documented writable field is sent as the form has it, in the documented form;
 * - keys that the text does not know stay as they were read, in the order, in its lines and (while the door is the same)
 *   in its addresses;
 * - what the text documents for reading only is left out. `payments` and `isRefund` are documented for writing an order
 *   of refund, so they stay in one and are left out of any other;
 * - `client` goes only without `clientId` (text), and then keeps what it had beside the names (its INN);
 * - an address that is one line only (`addressTo`) stays that line; with an entity the line is left out, for iRECA
 *   makes it.
 * @param raw the newest reading, as it came.
 * @param keys the form's name of each line of `write.goods` (see `lineKeys`).
 */
export function editedOrderBody(raw: Row, write: OrderWrite, keys: readonly string[]): Row {
  const written = orderBody(write);
  const body: Row = { ...without(raw, READ_ONLY), ...written };
  body['goods'] = goodsBody(raw['goods'], write, written, keys);
  if (readFlag(raw['isRefund']) !== true) {
    delete body['payments'];
    delete body['isRefund'];
  }
  if (write.clientId !== null) delete body['client'];
  else if (!isNothing(raw['client'])) {
    // Without a name in the form the old ones must not stay.
    const names = written['client'] ?? { firstname: '', lastname: '', email: '' };
    body['client'] = { ...rowOf(raw['client']), ...rowOf(names) };
  }
  for (const [line, entity] of [
    ['addressFrom', 'addressFromEntity'],
    ['addressTo', 'addressToEntity'],
  ] as const) {
    if (write[entity]) {
      body[entity] = addressBody(raw[entity], written[entity]);
      delete body[line];
    } else if (hasWords(raw[entity])) {
      // The dispatcher emptied it.
      body[entity] = null;
      body[line] = '';
    } else delete body[entity];
  }
  return body;
}
