/** What a callback's body names; nothing else of it is ever looked at. */
import { readOptionalId } from '#src/contracts/wire.ts';

const ORDER_ID = /^[\w-]{1,40}$/;

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/**
 * Ids of the orders in `{"items": [order…]}` (iRECA API text), each once; also of a bare list or a single order, should
 * iRECA send that (assumption). None: it cannot be read.
 */
export function namedOrders(body: Buffer): string[] {
  const value = json(body);
  const items = fieldOf(value, 'items') ?? value;
  const rows: unknown[] = Array.isArray(items) ? items : [items];
  const ids = rows.map((row) => readOptionalId(fieldOf(row, 'orderId')));
  return [...new Set(ids)].filter((id): id is string => id !== null && ORDER_ID.test(id));
}

/** True for one session of a courier, `{"sessionId", "courierId", "deviceId", …}` (iRECA API text). */
export function namesSession(body: Buffer): boolean {
  const value = json(body);
  return ['sessionId', 'courierId', 'deviceId'].some((name) => readOptionalId(fieldOf(value, name)) !== null);
}
