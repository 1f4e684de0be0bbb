/** Orders in the words of a notice: number, street and house, window, courier. Nothing about the client. */
import type { Format } from '#src/components/format/useFormat.ts';
import type { Notice, NoticeWords } from '#src/components/notices/announce.ts';
import { addressGlimpse } from '#src/domain/addressGlimpse.ts';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { windowEnd } from '#src/domain/lateness.ts';
import { isAssigned } from '#src/domain/orderFilter.ts';
import { orderAddress, ordersAddress } from '#src/lib/paths.ts';
import type { notices } from '#src/locales/ru/notices.ts';

type Words = (typeof notices)['events'];
type Say = { events: Words; format: Format; directory: CourierDirectory | undefined };

/** Numbers named in a notice of several; browsers cut longer texts. */
const NAMED = 5;

function bodyOf(order: DispatchOrder, { events, format, directory }: Say): string {
  const { windowFrom } = order;
  const end = windowEnd(order);
  const due =
    end === null
      ? ''
      : windowFrom === null || windowFrom >= end
        ? events.until(format.time(end))
        : events.window(format.time(windowFrom), format.time(end));
  const courier = directory && courierOf(order, directory);
  const who = courier?.title ?? (isAssigned(order) || order.selfPickUp ? '' : events.nobody);
  return [addressGlimpse(order.address), due, who].filter((part) => part !== '').join(' · ');
}

export const arrivedWords = (order: DispatchOrder, say: Say): NoticeWords => ({
  title: say.events.arrived(order.number),
  body: bodyOf(order, say),
  to: orderAddress(order.system, order.id),
});

export const lateWords = (order: DispatchOrder, say: Say): NoticeWords => ({
  ...arrivedWords(order, say),
  title: say.events.late(order.number),
});

/** «G-2, BFt-2, G-7 и ещё 3». */
function together(fresh: readonly Notice[], title: string, view: string, events: Words): NoticeWords {
  const names = fresh
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(', ');
  const rest = fresh.length - NAMED;
  const body = rest > 0 ? `${names} ${events.more(rest)}` : names;
  return { title, body, to: ordersAddress({ view }) };
}

export const arrivedTogether = (fresh: readonly Notice[], events: Words): NoticeWords =>
  together(fresh, events.arrivedMany(fresh.length), 'open', events);

export const lateTogether = (fresh: readonly Notice[], events: Words): NoticeWords =>
  together(fresh, events.lateMany(fresh.length), 'late', events);
