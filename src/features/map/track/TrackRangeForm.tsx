/** Which day and hours: three quick choices, any other by typing. */
import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { DayField } from '#src/components/form/DayField.tsx';
import { TimeField } from '#src/components/form/TimeField.tsx';
import { daysLater, minutesOf, tidyTime } from '#src/components/form/typedTime.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { useWords } from '#src/locales/language.tsx';
import { trackWords } from '#src/locales/trackWords.ts';
import type { TrackChoice } from './trackRange.ts';
import { lastHour, WHOLE_TODAY } from './trackRange.ts';
import classes from './TrackPanel.module.css';
import type { TrackDesk } from './useTrackDesk.ts';

export function TrackRangeForm({ desk }: { desk: TrackDesk }) {
  const t = useWords(trackWords);
  const format = useFormat();
  const { choice, change, today } = desk;
  const [open, setOpen] = useState(false);
  const whole = choice.from === '' && choice.to === '';
  const yesterday = daysLater(today, -1);
  const isToday = whole && choice.day === null;
  const isYesterday = whole && choice.day === yesterday;

  return (
    <div className={classes.range}>
      <h3 className={classes.title}>{t.title}</h3>
      <div className={classes.quick} role="group" aria-label={t.quick}>
        <Chip pressed={isToday} onPress={() => change(WHOLE_TODAY)}>
          {t.today}
        </Chip>
        <Chip pressed={isYesterday} onPress={() => change({ day: yesterday, from: '', to: '' })}>
          {t.yesterday}
        </Chip>
        <Chip pressed={false} onPress={() => change(lastHour(Date.now(), format))}>
          {t.lastHour}
        </Chip>
        <button
          type="button"
          className={classes.chip}
          aria-expanded={open}
          aria-pressed={!isToday && !isYesterday}
          onClick={() => setOpen((before) => !before)}
        >
          {isToday || isYesterday ? t.other : <ChoiceWords choice={choice} today={today} />}
          <IconChevronDown size={12} stroke={2} aria-hidden />
        </button>
      </div>
      {open && (
        <RangeFields
          key={`${choice.day} ${choice.from} ${choice.to}`}
          choice={choice}
          today={today}
          onShow={change}
        />
      )}
    </div>
  );
}

type ChipProps = { pressed: boolean; onPress: () => void; children: ReactNode };

function Chip({ pressed, onPress, children }: ChipProps) {
  return (
    <button type="button" className={classes.chip} aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  );
}

/** «сегодня, 13:20–24:00», «20 нояб., весь день». */
function ChoiceWords({ choice, today }: { choice: TrackChoice; today: string }) {
  const t = useWords(trackWords);
  const { date } = useFormat();
  const { day, from, to } = choice;
  // Noon in GMT is that same day in all zones but the farthest.
  const dayWords =
    day === null
      ? t.today
      : day === daysLater(today, -1)
        ? t.yesterday
        : date(Date.parse(`${day}T12:00:00Z`));
  const hours = from === '' && to === '' ? t.wholeDay : t.hours(from || t.dayStart, to || t.dayEnd);
  return `${dayWords}, ${hours}`;
}

type FieldsProps = { choice: TrackChoice; today: string; onShow: (choice: TrackChoice) => void };

function RangeFields({ choice, today, onShow }: FieldsProps) {
  const t = useWords(trackWords);
  const [typed, setTyped] = useState({ day: choice.day ?? today, from: choice.from, to: choice.to });
  const [tried, setTried] = useState(false);
  const set = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  const from = tidyTime(typed.from);
  const to = tidyTime(typed.to);
  const wrong = {
    day: typed.day === '' ? t.noDay : typed.day > today ? t.notYet : null,
    from: from !== '' && minutesOf(from) === null ? t.noTime : null,
    to: to !== '' && minutesOf(to) === null ? t.noTime : null,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.day !== null || wrong.from !== null || wrong.to !== null) return;
    onShow({ day: typed.day === today ? null : typed.day, from, to });
  };
  return (
    <form className={classes.fields} aria-label={t.form} onSubmit={submit} noValidate>
      <DayField
        label={t.day}
        value={typed.day}
        onChange={(day) => set({ day })}
        error={tried ? wrong.day : null}
        over
      />
      <TimeField
        label={t.from}
        value={typed.from}
        onChange={(time) => set({ from: time })}
        error={tried ? wrong.from : null}
      />
      <TimeField
        label={t.to}
        value={typed.to}
        onChange={(time) => set({ to: time })}
        error={tried ? wrong.to : null}
      />
      <Button type="submit" size="xs" className={classes.submit}>
        {t.show}
      </Button>
    </form>
  );
}
