/** A courier at work: where they are, what they are doing, and the fixes their phone has sent. */
import type { Route } from '../city/routes.ts';
import type { StreetPoint } from '../city/streetGraph.ts';
import type { Dice } from '../dice.ts';
import type { Job } from './job.ts';

/** One position sent by the couriers' app. */
export type Fix = {
  orderId: string | null;
  deliveryStatusId: number | null;
  latitude: number | null;
  longitude: number | null;
  /** Metres; null only in fixes that a test has sent. */
  accuracy: number | null;
  /** Epoch ms; null only in fixes that a test has sent. */
  createdAt: number | null;
};

export type Licence = {
  sessionId: number;
  courierId: string;
  deviceId: string;
  deviceTitle: string;
  sessionStartAt: number;
};

export type Member = {
  courierId: string;
  /** The phone's eleven digits: the login in Kassa. */
  login: string;
  dice: Dice;
  /** Metres a second. */
  speed: number;
  place: StreetPoint;
  /** The way being travelled, if any. */
  walk: { route: Route; startedAt: number; speed: number } | null;
  doing: 'idle' | 'toWarehouse' | 'loading' | 'toOrder' | 'handing';
  target: Job | null;
  /** Counts plans: an event of an older plan is void. */
  plan: number;
  /** The app is open (a licence is in use) and sends a fix a minute. */
  onShift: boolean;
  /** About one fix in 300 is dated in the future: a phone with a wrong clock. */
  wrongClock: boolean;
  fixes: Fix[];
  /** The fixes from before the played-out part of the day: made when somebody first asks for a time before `until`. */
  earlier: { until: number; make: () => Fix[] } | null;
};

/** Two days of work. */
const KEPT_FIXES = 3_000;

export function addFix(member: Member, fix: Fix): void {
  member.fixes.push(fix);
  if (member.fixes.length > KEPT_FIXES) member.fixes.splice(0, member.fixes.length - KEPT_FIXES + 100);
}

/** Fixes since a moment (epoch ms), in the order in which they came; those without a time are always among them. */
export function fixesSince(member: Member, since: number): Fix[] {
  if (member.earlier && since < member.earlier.until) {
    const { make } = member.earlier;
    member.earlier = null;
    member.fixes.unshift(...make());
  }
  return member.fixes.filter(({ createdAt }) => createdAt === null || createdAt >= since);
}

/** All that the courier's phone has ever sent is gone. */
export function forgetFixes(member: Member): void {
  member.fixes.length = 0;
  member.earlier = null;
}
