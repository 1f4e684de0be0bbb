/** Which shift: the one at hand, those before it, or any other time as its beginning. */
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { momentWords } from '#src/components/digest/useEntryWords.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { DayField } from '#src/components/form/DayField.tsx';
import { TimeField } from '#src/components/form/TimeField.tsx';
import { minutesOf, tidyTime } from '#src/components/form/typedTime.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Span } from '#src/domain/digestStep.ts';
import type { Shift } from '#src/domain/shiftTimes.ts';
import { zonedTime } from '#src/lib/dates.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './ShiftPage.module.css';

const MINUTE_MS = 60_000;
const OTHER = 'other';
const valueOf = ({ from, until }: Span) => `${from}-${until ?? ''}`;

type Props = {
  /** The shift at hand first. */
  shifts: readonly Shift[];
  span: Span;
  onChoose: (span: Span) => void;
};

export function ShiftChooser({ shifts, span, onChoose }: Props) {
  const t = useWords(digestWords).shift;
  const format = useFormat();
  const moment = momentWords(format, useNow(MINUTE_MS));
  const [typing, setTyping] = useState(false);
  const known = shifts.some((shift) => valueOf(shift) === valueOf(span));
  const spanTitle = ({ from, until }: Span) =>
    until === null ? t.otherFrom(moment(from)) : t.past(moment(from), moment(until));
  const options = [
    ...shifts.map((shift) => ({
      value: valueOf(shift),
      label:
        shift.until === null
          ? t.current(moment(shift.from))
          : t.past(moment(shift.from), moment(shift.until)),
    })),
    ...(known ? [] : [{ value: valueOf(span), label: spanTitle(span) }]),
    { value: OTHER, label: t.other },
  ];
  return (
    <>
      <Select
        size="xs"
        className={classes.choice}
        aria-label={t.choose}
        data={options}
        value={typing ? OTHER : valueOf(span)}
        allowDeselect={false}
        comboboxProps={{ shadow: 'none' }}
        maxDropdownHeight={320}
        onChange={(value) => {
          setTyping(value === OTHER);
          const shift = shifts.find((one) => valueOf(one) === value);
          if (shift) onChoose(shift);
        }}
      />
      {typing && (
        <OtherTime
          from={span.from}
          onChoose={(from) => {
            setTyping(false);
            onChoose({ from, until: null });
          }}
        />
      )}
    </>
  );
}

function OtherTime({ from, onChoose }: { from: number; onChoose: (from: number) => void }) {
  const t = useWords(digestWords).shift;
  const { timeZone } = useAppConfig();
  const format = useFormat();
  const now = useNow(MINUTE_MS);
  const [day, setDay] = useState(() => format.dayKey(from));
  const [time, setTime] = useState(() => format.time(from));
  const [pressed, setPressed] = useState(false);
  const tidy = tidyTime(time);
  const at = minutesOf(tidy) === null ? null : zonedTime(timeZone, day, tidy);
  const wrong = at === null ? t.notTime : at > now ? t.future : null;
  return (
    <form
      className={classes.other}
      onSubmit={(event) => {
        event.preventDefault();
        setPressed(true);
        if (at !== null && wrong === null) onChoose(at);
      }}
    >
      <DayField label={t.day} value={day} onChange={setDay} over />
      <TimeField label={t.time} value={time} onChange={setTime} error={pressed ? wrong : null} />
      <Button type="submit" size="xs" variant="default">
        {t.apply}
      </Button>
    </form>
  );
}
