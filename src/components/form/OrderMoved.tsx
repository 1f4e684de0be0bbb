/** Beside the title of a form: another one changed its order meanwhile. Takes no place of its own, so nothing moves. */
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useDeliveryStatuses } from '#src/api/references.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { MovedField } from '#src/domain/orderMoved.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import type { MovedOrder } from './useOrderMoved.ts';
import classes from './OrderMoved.module.css';

type OrderMovedProps = { moved: MovedOrder | null; deed: string; onDeed: () => void };

/** `deed` is what the button does. */
export function OrderMoved({ moved, deed, onDeed }: OrderMovedProps) {
  const t = useWords(formWords).moved;
  const valueOf = useMovedValue();
  const what = moved?.fields.map((field) => t.part(t.fields[field], valueOf(field, moved.now))).join(', ');
  const who = moved && moved.by !== undefined && (moved.by ?? t.elsewhere);
  const words = moved && [what, who].filter(Boolean).join(t.dot);
  return (
    <div className={classes.place}>
      {/* It stands there from the beginning: what appears together with its words is not read out. */}
      <p role="status" className={classes.words} title={words ?? undefined}>
        {words && (
          <>
            <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
            <strong>{t.title}</strong>
            <span>{words}</span>
          </>
        )}
      </p>
      {moved && (
        <Button size="compact-sm" variant="default" className={classes.deed} onClick={onDeed}>
          {deed}
        </Button>
      )}
    </div>
  );
}

/** How a field stands now, where that can be said in a word or two; '' otherwise. */
function useMovedValue(): (field: MovedField, now: DispatchOrder) => string {
  const format = useFormat();
  const t = useWords(formWords).moved;
  const { formed, number } = useText().orders.status;
  const { directory } = useCourierDirectory();
  const statuses = useDeliveryStatuses().data?.records ?? [];
  return (field, { status, courierId, windowFrom, windowTo }) => {
    switch (field) {
      case 'status': {
        const title = statuses.find(({ statusId }) => statusId === status)?.title;
        return title ?? (status === '1' ? formed : status === null ? '' : number(status));
      }
      case 'courier':
        return courierId === null ? t.nobody : (directory?.byId.get(courierId)?.title ?? courierId);
      case 'window':
        return windowFrom === null || windowTo === null
          ? ''
          : `${format.dateTime(windowFrom)} – ${format.time(windowTo)}`;
      default:
        return '';
    }
  };
}
