/** Hires the couriers: records in iRECA, logins in Kassa, open apps (licences) for those on shift. */
import { createHash } from 'node:crypto';
import { rollDice, type Dice } from '../dice.ts';
import { toGmt } from '../gmt.ts';
import { addFix, type Member } from '../world/member.ts';
import type { World } from '../world/world.ts';
import { personInn } from './inn.ts';
import { makePerson, makePhoneDigits, writePhone, type Person } from './people.ts';

const FIRST_ID = 55752;
const MINUTE = 60_000;
const KMH = 1 / 3.6;
const DEVICES = [
  'asus ME301T',
  'Samsung SM-A525F',
  'Xiaomi Redmi Note 10',
  'Эвотор 5i',
  'HUAWEI P30 lite',
  'MSPOS-K',
];

/** The account that works with Kassa's API: an administrator, the creator of its orders. */
export const KASSA_ADMIN = '79916871260';

/** Somebody without a role, as iRECA lets them be made. */
const roleOf = (index: number): string | null => {
  if (index === 3) return null;
  return index % 9 === 8 ? '910' : '908';
};

/** Like nothing else in the world: wherever it is met outside of iRECA, a password has got out. */
const makePassword = (courierId: string, salt: number): string =>
  `kd-${createHash('sha256').update(`${courierId} ${salt}`).digest('hex').slice(0, 8)}`;

/** Share of couriers with the app open. */
const ON_SHIFT = 0.75;

function hire(world: World, index: number, onShift: boolean, dice: Dice): { member: Member; person: Person } {
  const courierId = String(FIRST_ID + index);
  const point = world.warehouses[index % world.warehouses.length]?.point ?? { stretch: 0, offset: 0 };
  const member: Member = {
    courierId,
    login: makePhoneDigits(dice),
    dice,
    speed: dice.between(13, 24) * KMH,
    place: point,
    walk: null,
    doing: 'idle',
    target: null,
    plan: 0,
    onShift,
    wrongClock: index === 2,
    fixes: [],
    earlier: null,
  };
  world.crew.set(courierId, member);
  return { member, person: makePerson(dice) };
}

/** An old trail of somebody who has gone home: the last fix is hours old. */
function leaveStaleTrail({ city }: World, member: Member, endedAt: number): void {
  const route = city.routes.find(member.place, city.addresses.random(member.dice).point);
  for (let minute = 30; minute >= 0; minute -= 1) {
    member.place = city.routes.at(route, (30 - minute) * 60 * member.speed);
    const [latitude, longitude] = city.graph.locate(member.place);
    const createdAt = endedAt - minute * MINUTE;
    addFix(member, { orderId: null, deliveryStatusId: null, latitude, longitude, accuracy: 20, createdAt });
  }
}

/** The second courier has the app open on a tablet too: two licences for one person. */
function openSecondDevice({ licences }: World, onShift: number, now: number): void {
  const courierId = String(FIRST_ID + 1);
  if (onShift < 2) return;
  licences.set('5e3b391b7ab1e700', {
    sessionId: 6_999,
    courierId,
    deviceId: '5e3b391b7ab1e700',
    deviceTitle: 'Samsung Galaxy Tab A8',
    sessionStartAt: now - 20 * MINUTE,
  });
}

/** `startAt` is when the remembered part of the day begins: who is on shift has been so since before it. */
export function hireCrew(world: World, count: number, startAt: number, now: number): void {
  const { kassa, lists, licences } = world;
  kassa.employees.set(KASSA_ADMIN, {
    login: KASSA_ADMIN,
    lastName: 'Иванов',
    firstName: 'Иван',
    patronymic: 'Иванович',
    position: null,
    userRole: 'Администратор',
  });
  const onShift = Math.max(Math.min(count, 1), Math.round(count * ON_SHIFT));
  for (let index = 0; index < count; index += 1) {
    const dice = rollDice(world.seed, 1000 + index);
    const { member, person } = hire(world, index, index < onShift, dice);
    const { courierId, login } = member;
    lists.rows('couriers').set(courierId, {
      title: `${person.firstname} ${person.lastname}`,
      email: `courier${courierId}@example.ru`,
      phone: writePhone(login, index),
      roleId: roleOf(index),
      sourcePassword: makePassword(courierId, dice.int(1000, 9999)),
      inn: index % 4 === 0 ? personInn(dice.int(10_000_000, 99_999_999)) : '',
      updatedAt: toGmt(now - dice.int(1, 300) * 86_400_000),
    });
    // About one courier in ten was never entered in Kassa: orders of Kassa cannot be given to them.
    if (index % 10 !== 4) {
      kassa.employees.set(login, {
        login,
        lastName: person.lastname,
        firstName: person.firstname,
        patronymic: person.patronymic,
        position: 'Курьер',
        userRole: 'Курьер',
      });
    }
    if (index < onShift) {
      const deviceId = `${dice.int(0x10000000, 0xffffffff).toString(16)}${dice.int(0x10000000, 0xffffffff).toString(16)}`;
      licences.set(deviceId, {
        sessionId: 7000 + index,
        courierId,
        deviceId,
        deviceTitle: dice.pick(DEVICES),
        sessionStartAt: startAt - dice.int(0, 180) * MINUTE,
      });
    } else if (index < count - 1) {
      leaveStaleTrail(world, member, now - dice.int(190, 600) * MINUTE);
    }
    // The last one hired has never opened the app: no position at all.
  }
  openSecondDevice(world, onShift, now);
  world.licenceTotal = Math.max(50, count + 10);
}
