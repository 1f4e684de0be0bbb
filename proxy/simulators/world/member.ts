/** A courier at work: where they are, what they are doing, and the fixes their phone has sent. */
import type { Route } from '../city/routes.ts';
import type { StreetPoint } from '../city/streetGraph.ts';
import type { Dice } from '../dice.ts';
import type { Job } from './job.ts';

/** One position sent by the couriers' app. */
export type Fix = {
  orderId: string | null;
  deliveryStatusId: number | null;
  latitude: number;
  longitude: number;
  /** Metres. */
  accuracy: number;
  createdAt: number;
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
};

const KEPT_FIXES = 900;

export function addFix(member: Member, fix: Fix): void {
  member.fixes.push(fix);
  if (member.fixes.length > KEPT_FIXES) member.fixes.splice(0, member.fixes.length - KEPT_FIXES + 100);
}
