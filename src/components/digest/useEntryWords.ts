/** One order of the digest in words: what became of it, when, and by whom. The row and the copied text say the same. */
import { useMemo } from 'react';
import { useCourierDirectory } from '#src/api/couriers.ts';
import type { Format } from '#src/components/format/useFormat.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { useStatusTitle } from '#src/components/orders/statusTitle.ts';
import type { OrderGlance, OrderStep } from '#src/contracts/changes.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DigestEntry, DigestGroup } from '#src/domain/digest.ts';
import type { PathPoint } from '#src/domain/digestStep.ts';
import { doersOf, kindOfStep, pathOf, sameCourier, sameWindow } from '#src/domain/digestStep.ts';
import type { Stage } from '#src/domain/dispatchOrder.ts';
import { stageOf } from '#src/domain/stage.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';

/** Polls are seconds apart; only a longer silence makes a time uncertain. */
const SURE_MS = 3 * 60_000;

/** `when`: at which the order came to this state; null = it stood so before. */
type StatusPoint = { title: string; stage: Stage; when: string | null };

export type EntryWords = {
  /** Its state now when it did not change. */
  statuses: StatusPoint[];
  /** «курьер: без курьера → И. Иванов», «окно: до 15:00 → до 16:00», … */
  changes: string[];
  late: string | null;
  /** Who has it, when that did not change; '' = nobody. */
  courier: string;
  /** By whom, where that is known; '' when it goes without saying. */
  doer: string;
  /** When the last of it was noticed. */
  when: string;
};

type Moments = {
  /** «14:02», with the day when it is not today's. */
  moment: (ms: number) => string;
  /** «в 14:02», «между 02:10 и 07:58». */
  noticed: (step: OrderStep) => string;
};

/** Times of today without their day. @param now epoch ms. */
export function momentWords(format: Pick<Format, 'time' | 'dateTime' | 'dayKey'>, now: number) {
  const today = format.dayKey(now);
  return (ms: number) => (format.dayKey(ms) === today ? format.time(ms) : format.dateTime(ms));
}

/**
 * «10:00–18:00»; a window over several days says its last day too: «21 нояб., 10:00–22 нояб., 18:00». One that ends at
 * midnight is of one day.
 * @param now epoch ms.
 */
export function windowSpan(
  { from, to, dash }: { from: number; to: number; dash: string },
  format: Pick<Format, 'time' | 'dateTime' | 'dayKey'>,
  now: number,
): string {
  const sameDay = format.dayKey(from) === format.dayKey(Math.max(from, to - 1)) && to >= from;
  return `${momentWords(format, now)(from)}${dash}${sameDay ? format.time(to) : format.dateTime(to)}`;
}

/** Gives `(entry, group) => words`; it changes only with the lists of titles, the language and the minute. */
export function useEntryWords(now: number): (entry: DigestEntry, group: DigestGroup) => EntryWords {
  const t = useWords(digestWords);
  const format = useFormat();
  const statusTitle = useStatusTitle();
  const { directory } = useCourierDirectory();

  return useMemo(() => {
    const words = t.entry;
    const moment = momentWords(format, now);
    const unsure = ({ at, after }: OrderStep) => after !== null && at - after > SURE_MS;
    const moments: Moments = {
      moment,
      noticed: (step) =>
        unsure(step)
          ? words.between(moment(step.after ?? step.at), moment(step.at))
          : words.at(moment(step.at)),
    };
    const short = (step: OrderStep) =>
      unsure(step) ? `${moment(step.after ?? step.at)}${t.dash}${moment(step.at)}` : moment(step.at);

    const courierTitle = (glance: Pick<OrderGlance, 'courierId' | 'courierLogin'>): string => {
      const title = directory && courierOf(glance, directory)?.title;
      if (title) return title;
      if (glance.courierId !== null) return words.courierNumber(glance.courierId);
      return glance.courierLogin === null ? words.noCourier : format.phone(glance.courierLogin);
    };
    const windowTitle = ({ windowFrom, windowTo }: OrderGlance): string => {
      if (windowTo === null) return windowFrom === null ? words.noWindow : moment(windowFrom);
      return windowFrom === null
        ? words.until(moment(windowTo))
        : windowSpan({ from: windowFrom, to: windowTo, dash: t.dash }, format, now);
    };
    const line = (name: string, path: PathPoint<OrderGlance>[], titleOf: (glance: OrderGlance) => string) =>
      path.length > 1 ? [`${name}: ${path.map(({ value }) => titleOf(value)).join(t.arrow)}`] : [];

    function changesOf({ system, steps }: DigestEntry): string[] {
      const kinds = new Set(steps.map((step) => kindOfStep(system, step)));
      return [
        ...line(
          words.courier,
          pathOf(steps, (glance) => glance, sameCourier),
          courierTitle,
        ),
        ...line(
          words.window,
          pathOf(steps, (glance) => glance, sameWindow),
          windowTitle,
        ),
        ...(kinds.has('edited') ? [words.edited] : []),
        ...(kinds.has('deleted') ? [words.deleted] : []),
        ...(steps.at(-1)?.is === null && !kinds.has('deleted') ? [words.left] : []),
      ];
    }

    function statusesOf({ system, steps, order }: DigestEntry): StatusPoint[] {
      const point = (status: string | null, when: string | null): StatusPoint => ({
        title: statusTitle({ system, status }),
        stage: stageOf(system, status),
        when,
      });
      const path = pathOf(steps, ({ status }) => status);
      if (path.length > 0) return path.map(({ value, step }) => point(value, step && short(step)));
      return order ? [point(order.status, null)] : [];
    }

    function lateOf({ late, steps }: DigestEntry): string | null {
      if (!late) return null;
      const ended = moment(late.windowTo);
      if (late.ended === 'still') return words.late.still(ended, format.ago(now - late.windowTo));
      const step = steps.find(({ at }) => at === late.endedAt);
      const when = step ? moments.noticed(step) : words.at(moment(late.endedAt ?? late.windowTo));
      return words.late[late.doubtful ? 'doubtful' : late.ended](ended, when);
    }

    function courierNow({ steps, order }: DigestEntry): string {
      const path = pathOf(steps, (glance) => glance, sameCourier);
      const whose = path.length === 0 ? order : path[0]?.value;
      const nobodys = !whose || (whose.courierId === null && whose.courierLogin === null);
      return path.length > 1 || nobodys ? '' : courierTitle(whose);
    }

    /** Only of the steps that put it into this group: a courier's own moves need no name. */
    function doerOf({ system, steps }: DigestEntry, group: DigestGroup): string {
      const told = steps.filter((step) => {
        const kind = kindOfStep(system, step);
        if (group === 'cancelled') return kind === 'cancelled' || kind === 'deleted';
        if (group === 'others') return kind === 'others' || kind === 'edited';
        return group === 'new' && kind === 'came' && step.by !== null;
      });
      const { names, outside } = doersOf(told);
      return [...names, ...(outside ? [words.outside] : [])].join(', ');
    }

    return (entry, group) => {
      const last = entry.steps.at(-1);
      return {
        statuses: statusesOf(entry),
        changes: changesOf(entry),
        late: lateOf(entry),
        courier: courierNow(entry),
        doer: doerOf(entry, group),
        when: group === 'late' || !last ? moment(entry.late?.windowTo ?? last?.at ?? now) : short(last),
      };
    };
  }, [t, format, statusTitle, directory, now]);
}
