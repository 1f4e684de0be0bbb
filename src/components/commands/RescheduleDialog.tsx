/** «Перенести окно»: one window for all, or each order's own one moved; what each order's window will be is in sight. */
import { SegmentedControl } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { WindowFields } from '#src/components/form/WindowFields.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { WindowErrors } from '#src/domain/deliveryWindow.ts';
import { readWindow, typeWindow } from '#src/domain/deliveryWindow.ts';
import type { WindowAsked } from '#src/domain/reschedulePlan.ts';
import { commonWindow, reschedulePlan } from '#src/domain/reschedulePlan.ts';
import { deedsWords } from '#src/locales/deedsWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import type { DeedLine } from './DeedForm.tsx';
import { DeedForm } from './DeedForm.tsx';
import { DeedModal } from './DeedModal.tsx';
import { ShiftChoice } from './ShiftChoice.tsx';
import type { RescheduleDraft } from './commandDraft.ts';
import { runTarget } from './commandRun.ts';
import { useCommandStore } from './commandStore.ts';
import { useDraftOrders } from './useDraftOrders.ts';
import { useWindowWords } from './useWindowWords.ts';
import classes from './DeedForm.module.css';

/** @param props.draft null = closed. */
export function RescheduleDialog({ draft }: { draft: RescheduleDraft | null }) {
  const t = useWords(deedsWords).reschedule;
  return (
    <DeedModal draft={draft} title={t.title}>
      {(open) => <RescheduleForm draft={open} />}
    </DeedModal>
  );
}

function RescheduleForm({ draft }: { draft: RescheduleDraft }) {
  const text = useText();
  const d = useWords(deedsWords);
  const t = d.reschedule;
  const { patchDialog } = useCommandStore.getState();
  const found = useDraftOrders(draft);
  const typed = useTypedWindow(draft, found.orders);
  const { timeZone } = useAppConfig();
  const read = readWindow(typed.window, timeZone);
  const [tried, setTried] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const windows = useWindowWords();
  const now = useNow(60_000);

  const window = read.ok ? read.window : null;
  const asked: WindowAsked =
    draft.way === 'shift' ? { way: 'shift', minutes: draft.shiftMinutes } : { way: 'window', window };
  const { legal, illegal } = reschedulePlan(found.orders, asked);
  const lines = legal.map((one): DeedLine => {
    const was = windows({ from: one.order.windowFrom, to: one.order.windowTo }) || d.nothing;
    const past = one.window !== null && one.window.to < now;
    const note = one.window && text.commands.asked.arrow(was, windows(one.window));
    return {
      order: one.order,
      note: [note, past && t.toPast].filter(Boolean).join(text.commands.dot),
      warn: past,
    };
  });

  const check = () => {
    if (draft.way === 'shift' || read.ok) return true;
    flushSync(() => setTried(true));
    fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    return false;
  };
  const n = legal.length;
  const submit =
    draft.way === 'shift'
      ? t.submitShift(n, draft.shiftMinutes)
      : window
        ? t.submitWindow(n, windows(window))
        : t.submit(n);
  return (
    <DeedForm
      draft={draft}
      found={found}
      will={t.will}
      group={t.group}
      legal={lines}
      out={illegal}
      words={{ ...text.commands.bar, ...d.bar, same: d.same.window }}
      submit={submit}
      check={check}
      command={() => ({
        action: { type: 'reschedule' },
        targets: legal.flatMap((one) => {
          const shownWindow = { from: one.order.windowFrom, to: one.order.windowTo };
          return one.window ? [runTarget(one.order, { window: one.window, shownWindow })] : [];
        }),
      })}
    >
      {typed.movable > 0 && (
        <div className={classes.fields} ref={fields}>
          <SegmentedControl
            aria-label={t.way}
            size="sm"
            value={draft.way}
            data={[
              { value: 'shift', label: t.ways.shift },
              { value: 'window', label: t.ways.window },
            ]}
            onChange={(way) => patchDialog({ way: way === 'shift' ? 'shift' : 'window' })}
          />
          {draft.way === 'shift' ? (
            <ShiftChoice
              value={draft.shiftMinutes}
              onChange={(shiftMinutes) => patchDialog({ shiftMinutes })}
            />
          ) : (
            <>
              <WindowFields
                required
                value={typed.window}
                errors={tried && !read.ok ? fieldWords(read.errors, t.field) : undefined}
                onChange={(value) => patchDialog({ window: value })}
              />
              {typed.mixed && <p className={classes.note}>{t.mixed}</p>}
            </>
          )}
        </div>
      )}
    </DeedForm>
  );
}

/** What stands in the fields: as typed, else the window that the orders have in common. */
function useTypedWindow(draft: RescheduleDraft, orders: ReturnType<typeof useDraftOrders>['orders']) {
  const { timeZone } = useAppConfig();
  const { dayKey } = useFormat();
  return useMemo(() => {
    const movable = reschedulePlan(orders, { way: 'window', window: null }).legal.map(({ order }) => order);
    const common = commonWindow(movable);
    const day = movable[0]?.windowFrom ?? movable[0]?.windowTo ?? null;
    const own = typeWindow(common, timeZone);
    const window = draft.window ?? { ...own, day: own.day || (day === null ? '' : dayKey(day)) };
    return {
      window,
      movable: movable.length,
      mixed: movable.length > 1 && common.from === null && common.to === null,
    };
  }, [orders, draft.window, timeZone, dayKey]);
}

type FieldWords = (typeof deedsWords)['ru']['reschedule']['field'];

function fieldWords(errors: WindowErrors, words: FieldWords) {
  return {
    day: errors.day && (errors.day === 'malformed' ? words.malformedDay : words[errors.day]),
    from: errors.from && words[errors.from],
    to: errors.to && words[errors.to],
  };
}
