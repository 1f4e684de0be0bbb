/** `/__sim/positions`: fixes that a phone might send, the odd ones too, and phones that have never sent any. */
import type { Hono } from 'hono';
import { fromGmt } from '../gmt.ts';
import { addFix, forgetFixes, type Fix, type Member } from '../world/member.ts';
import type { World } from '../world/world.ts';
import { refusal } from './refusal.ts';

type Sent = Record<string, unknown>;

/** A number, null where the phone sends nothing, `otherwise` where nothing is said. Throws on anything else. */
function numberOr<T>(sent: Sent, name: string, otherwise: T): number | null | T {
  const value = sent[name];
  if (value === undefined) return otherwise;
  if (value === null || typeof value === 'number') return value;
  throw refusal(`${name}: a number or null`, 400);
}

function coordinateOf(sent: Sent, name: 'latitude' | 'longitude'): number | null {
  const degrees = numberOr(sent, name, undefined);
  if (degrees === undefined) throw refusal('latitude, longitude: numbers', 400);
  return degrees;
}

/** Epoch ms, or GMT as iRECA writes it; null = the fix has no time; left out = now. */
function timeOf({ createdAt }: Sent, now: number): number | null {
  if (createdAt === undefined) return now;
  if (createdAt === null || typeof createdAt === 'number') return createdAt;
  const at = fromGmt(createdAt);
  if (at === null) throw refusal('createdAt: epoch ms, YYYY-MM-DD HH:mm:ss or null', 400);
  return at;
}

function readFix(sent: Sent, now: number): Fix {
  const { orderId = null } = sent;
  if (orderId !== null && typeof orderId !== 'number' && typeof orderId !== 'string') {
    throw refusal('orderId: an id or null', 400);
  }
  return {
    orderId: orderId === null ? null : String(orderId),
    deliveryStatusId: numberOr(sent, 'deliveryStatusId', null),
    latitude: coordinateOf(sent, 'latitude'),
    longitude: coordinateOf(sent, 'longitude'),
    accuracy: numberOr(sent, 'accuracy', 10),
    createdAt: timeOf(sent, now),
  };
}

/**
 * `POST` one fix or a list of them, each with its `courierId`; they come after all that was sent before, whatever their
 * time. `DELETE ?courierId=`: this courier's phone has never sent anything.
 */
export function positionControls(app: Hono, { crew }: World, now: () => number): void {
  const memberOf = (courierId: unknown): Member => {
    const member = crew.get(String(courierId));
    if (!member) throw refusal('No such courier', 404);
    return member;
  };
  app
    .post('/positions', async (c) => {
      const body = (await c.req.json()) as Sent | Sent[];
      const fixes = (Array.isArray(body) ? body : [body]).map(
        (sent) => [memberOf(sent.courierId), readFix(sent, now())] as const,
      );
      for (const [member, fix] of fixes) addFix(member, fix);
      return c.body(null, 201);
    })
    .delete('/positions', (c) => {
      forgetFixes(memberOf(c.req.query('courierId')));
      return c.body(null, 204);
    });
}
