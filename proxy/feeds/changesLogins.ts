/** Logins of Kassa's couriers, which the file of changes knows by their marks only. */
import type { OrderGlance } from '#src/contracts/changes.ts';
import { isMarked, markedLogin, UNKNOWN_LOGIN } from './changesFile.ts';
import type { Marks } from './changesMarks.ts';

export type Logins = {
  learn(login: string | null): void;
  sameGlance(one: OrderGlance, other: OrderGlance): boolean;
  /** With its login in clear; null where that is not known. */
  resolve(glance: OrderGlance): OrderGlance;
};

export function createLogins(marks: Marks): Logins {
  const byMark = new Map<string, string>();
  const learned = new Set<string>();

  function sameLogin(one: string | null, other: string | null): boolean {
    if (one === other || one === UNKNOWN_LOGIN || other === UNKNOWN_LOGIN) return true;
    if (one === null || other === null || (!isMarked(one) && !isMarked(other))) return false;
    return markedLogin(one, marks) === markedLogin(other, marks);
  }

  return {
    learn(login) {
      if (login === null || learned.has(login)) return;
      learned.add(login);
      byMark.set(markedLogin(login, marks), login);
    },
    sameGlance: (one, other) =>
      one.status === other.status &&
      one.courierId === other.courierId &&
      one.windowFrom === other.windowFrom &&
      one.windowTo === other.windowTo &&
      sameLogin(one.courierLogin, other.courierLogin),
    resolve(glance) {
      const { courierLogin: login } = glance;
      if (login === null || (!isMarked(login) && login !== UNKNOWN_LOGIN)) return glance;
      return { ...glance, courierLogin: byMark.get(login) ?? null };
    },
  };
}
