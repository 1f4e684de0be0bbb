/** A plain number (count, weight, degrees, per cent), typed with a comma or a point. */
import { TextInput } from '@mantine/core';
import type { KeyboardEvent, Ref } from 'react';
import { readTypedDecimal } from '#src/lib/typedNumber.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import classes from './fields.module.css';
import { useTypedNumber } from './useTypedNumber.ts';

export type NumberFieldProps = {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  error?: string | null;
  required?: boolean;
  disabled?: boolean;
  /** Only for screen readers, in a table of lines. */
  hideLabel?: boolean;
  name?: string;
  /** Stands behind the number: «кг», «%». */
  unit?: string;
  /** A number below zero is as good as none. */
  unsigned?: boolean;
  /** The most decimals that are shown; all that is typed is kept. */
  decimals?: number;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  ref?: Ref<HTMLInputElement>;
};

export function NumberField({
  label,
  value,
  onChange,
  error,
  required,
  disabled,
  hideLabel = false,
  name,
  unit,
  unsigned = false,
  decimals = 3,
  onKeyDown,
  ref,
}: NumberFieldProps) {
  const t = useWords(formWords).number;
  const { locale } = useText();
  const { garbage, ...typing } = useTypedNumber({
    value,
    onChange,
    read: (text) => readTypedDecimal(text, !unsigned),
    write: (number) => number.toLocaleString(locale, { maximumFractionDigits: decimals, useGrouping: false }),
  });
  return (
    <TextInput
      {...typing}
      ref={ref}
      label={hideLabel ? undefined : label}
      aria-label={hideLabel ? label : undefined}
      error={garbage ? t.garbage : error}
      // What cannot be read is not sent as nothing: the form looks for this mark.
      data-wrong={garbage || undefined}
      withAsterisk={required && !hideLabel}
      required={required}
      disabled={disabled}
      name={name}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: classes.figures, wrapper: classes.wrapper }}
      rightSection={unit ? <span aria-hidden>{unit}</span> : undefined}
      rightSectionPointerEvents="none"
      rightSectionWidth={unit ? 14 + unit.length * 8 : undefined}
      onKeyDown={onKeyDown}
    />
  );
}
