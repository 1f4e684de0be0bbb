/** Whose run sheets: couriers with open orders, those on shift chosen already. */
import { Button, Checkbox } from '@mantine/core';
import { useId, useState } from 'react';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { couriersToPrint } from '#src/domain/runSheet.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './RunSheetPage.module.css';

type CourierChoiceProps = {
  directory: CourierDirectory;
  byCourier: ReadonlyMap<string, readonly DispatchOrder[]>;
  /** Said when there is nobody. */
  empty: string;
  onChoose: (courierIds: string[]) => void;
};

export function CourierChoice({ directory, byCourier, empty, onChoose }: CourierChoiceProps) {
  const t = useWords(exchangeWords).sheet;
  const title = useId();
  const couriers = couriersToPrint(directory, byCourier);
  /** Null: nothing was clicked yet. */
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const isPicked = (id: string, onShift: boolean) => (picked ? picked.has(id) : onShift);
  const chosen = couriers.filter((courier) => isPicked(courier.courierId, courier.onShift));
  if (couriers.length === 0) {
    return (
      <div className={classes.empty}>
        <h3>{t.noneTitle}</h3>
        <p>{empty}</p>
      </div>
    );
  }
  const pick = (id: string, on: boolean) => {
    const next = new Set(chosen.map((courier) => courier.courierId));
    if (on) next.add(id);
    else next.delete(id);
    setPicked(next);
  };
  return (
    <form
      className={classes.choice}
      aria-labelledby={title}
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(chosen.map((courier) => courier.courierId));
      }}
    >
      <h3 id={title}>{t.choose}</h3>
      <Checkbox
        label={t.all}
        checked={chosen.length === couriers.length}
        indeterminate={chosen.length > 0 && chosen.length < couriers.length}
        onChange={(event) =>
          setPicked(new Set(event.currentTarget.checked ? couriers.map((courier) => courier.courierId) : []))
        }
      />
      <ul>
        {couriers.map((courier) => (
          <li key={courier.courierId}>
            <Checkbox
              label={courier.title}
              checked={isPicked(courier.courierId, courier.onShift)}
              onChange={(event) => pick(courier.courierId, event.currentTarget.checked)}
            />
            <span>{courier.onShift ? t.onShift : t.offShift}</span>
            <span>{t.orders(byCourier.get(courier.courierId)?.length ?? 0)}</span>
          </li>
        ))}
      </ul>
      <Button type="submit" disabled={chosen.length === 0}>
        {t.show(chosen.length)}
      </Button>
    </form>
  );
}
