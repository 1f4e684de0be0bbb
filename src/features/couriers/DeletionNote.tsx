/** What hangs on a courier who is about to be deleted: orders that stay, a system that is silent, an app that is open. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { FeedProblem } from '#src/contracts/feed.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { CourierDay } from '#src/domain/courierDay.ts';
import type { Courier } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import classes from './HandOver.module.css';

type Props = {
  courier: Courier;
  day: CourierDay;
  /** How many were handed over just now. */
  given: number;
  problems: readonly FeedProblem[];
};

const numbersOf = (orders: readonly DispatchOrder[]) => orders.map(({ number }) => number).join(', ');

export function DeletionNote({ courier, day, given, problems }: Props) {
  const words = useWords(courierPageWords);
  const t = words.remove;
  const text = useText();
  const { time } = useFormat();
  const { open, doubtful } = day;
  const warnings = [
    open.length > 0 && t.stay(open.length, numbersOf(open)),
    doubtful.length > 0 && t.doubtful(doubtful.length, numbersOf(doubtful)),
    ...problems.map(({ system, since }) => t.trouble(text.orders.systems[system], time(since))),
    courier.onShift && t.onShift(courier.deviceTitle || words.shift.device),
  ].filter((said) => said !== false);
  return (
    <div className={classes.note}>
      {open.length === 0 && (
        <p data-good>
          <IconCheck size={16} stroke={1.8} aria-hidden />
          {given > 0 ? t.given(given) : t.clean}
        </p>
      )}
      {warnings.map((said) => (
        <p key={said}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
          {said}
        </p>
      ))}
    </div>
  );
}
