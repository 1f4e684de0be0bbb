/** A calendar day: typed as it comes («21.11», «14.01.1986»), or chosen from the calendar. */
import { DateInput, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/ru';
import { useState } from 'react';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import classes from './DayField.module.css';
import { readPastDay, readTypedDay } from './typedTime.ts';

const MINUTE_MS = 60_000;

type DayFieldProps = {
  label: string;
  /** Only for screen readers. */
  hideLabel?: boolean;
  /** `2026-11-21`; '' = nothing typed. */
  value: string;
  onChange: (day: string) => void;
  error?: string | null;
  description?: string;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  name?: string;
  /** Long ago: the calendar opens with the years of a decade. */
  past?: boolean;
  /** Of what is over: «21» is the last such day up to today, and the calendar ends there. */
  over?: boolean;
};

export function DayField(props: DayFieldProps) {
  const {
    label,
    value,
    onChange,
    error,
    description,
    required,
    disabled,
    name,
    past = false,
    over = false,
  } = props;
  const t = useWords(formWords).window;
  const { locale } = useText();
  const format = useFormat();
  const today = format.dayKey(useNow(MINUTE_MS));
  const read = over ? readPastDay : readTypedDay;
  const [typed, setTyped] = useState({ noDay: false, left: true });
  // A day that comes from elsewhere (a button, the calendar) replaces what was typed.
  const noDay = typed.noDay && value === '';
  return (
    <DatesProvider settings={{ locale: locale.startsWith('ru') ? 'ru' : 'en', firstDayOfWeek: 1 }}>
      <DateInput
        label={props.hideLabel ? undefined : label}
        aria-label={props.hideLabel ? label : undefined}
        name={name}
        description={description}
        value={value || null}
        onChange={(day) => onChange(day ?? '')}
        dateParser={(text) => read(text, today)}
        // «31.11» is on its way «31.1»: what stands there in the end counts, not the last day that it looked like.
        onInput={({ currentTarget }) => {
          const found = read(currentTarget.value, today);
          setTyped({ noDay: found === null && currentTarget.value.trim() !== '', left: false });
          if (found === null && value !== '') onChange('');
        }}
        onBlur={() => setTyped((before) => ({ ...before, left: true }))}
        fixOnBlur={!noDay}
        data-wrong={(noDay && typed.left) || undefined}
        valueFormat={t.dayFormat}
        placeholder={props.placeholder ?? t.dayPlaceholder}
        error={noDay && typed.left ? t.noDay : error}
        withAsterisk={required}
        required={required}
        disabled={disabled}
        {...(over && { maxDate: today })}
        {...(past && { defaultLevel: 'decade' as const })}
        autoComplete="off"
        ariaLabels={{ previousMonth: t.previousMonth, nextMonth: t.nextMonth }}
        popoverProps={{ shadow: 'none', classNames: { dropdown: classes.calendar } }}
      />
    </DatesProvider>
  );
}
