/** A time of day, typed as fast as it is heard: «14», «1430», «14.30»; arrows move it by a quarter of an hour. */
import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './fields.module.css';
import { laterBy, minutesOf, tidyTime } from './typedTime.ts';

const STEP = 15;

type TimeFieldProps = {
  label: string;
  /** `14:30`, or what was typed and is no time. */
  value: string;
  onChange: (time: string) => void;
  error?: string | null;
  required?: boolean;
  disabled?: boolean;
  name?: string;
};

export function TimeField({ label, value, onChange, error, required, disabled, name }: TimeFieldProps) {
  const t = useWords(formWords).window;
  const tidy = tidyTime(value);

  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? STEP : event.key === 'ArrowDown' ? -STEP : 0;
    const minutes = minutesOf(tidy);
    if (step === 0 || minutes === null) return;
    event.preventDefault();
    // To the next mark of the clock, not 14:07 → 14:22.
    const to = step > 0 ? Math.floor(minutes / STEP) * STEP + STEP : Math.ceil(minutes / STEP) * STEP - STEP;
    onChange(laterBy('00:00', to) ?? tidy);
  };

  return (
    <TextInput
      label={label}
      value={value}
      error={error}
      withAsterisk={required}
      required={required}
      disabled={disabled}
      name={name}
      placeholder={t.timePlaceholder}
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      classNames={{ input: classes.time }}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => tidy !== value && onChange(tidy)}
      onKeyDown={(event) => {
        // Enter sends the form: the time must be whole by then.
        if (event.key === 'Enter' && tidy !== value) onChange(tidy);
        move(event);
      }}
    />
  );
}
