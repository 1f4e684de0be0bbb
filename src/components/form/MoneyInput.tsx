/** A sum of money: typed in roubles with a comma or a point, held in whole kopecks. */
import { TextInput } from '@mantine/core';
import { useFormat } from '#src/components/format/useFormat.ts';
import { readTypedMoney } from '#src/lib/typedNumber.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './fields.module.css';
import { useTypedNumber } from './useTypedNumber.ts';

export type MoneyInputProps = {
  label: string;
  /** Kopecks; null = nothing is typed. */
  value: number | null;
  onChange: (kopecks: number | null) => void;
  error?: string | null;
  description?: string;
  required?: boolean;
  disabled?: boolean;
  /** For a sum that may be below zero (discounts). */
  signed?: boolean;
  /** Only for screen readers, in a table of lines. */
  hideLabel?: boolean;
  /** For focusing a field that an error names. */
  name?: string;
};

/** What cannot be read stays as it was typed, says so, and counts as nothing (null). */
export function MoneyInput({
  label,
  value,
  onChange,
  error,
  description,
  required,
  disabled,
  signed = false,
  hideLabel = false,
  name,
}: MoneyInputProps) {
  const t = useWords(formWords).money;
  const format = useFormat();
  const { garbage, ...typing } = useTypedNumber({
    value,
    onChange,
    read: (text) => readTypedMoney(text, signed),
    write: format.money,
  });
  return (
    <TextInput
      {...typing}
      label={hideLabel ? undefined : label}
      aria-label={hideLabel ? label : undefined}
      description={description}
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
      rightSection={<span aria-hidden>{t.rouble}</span>}
      rightSectionPointerEvents="none"
      rightSectionWidth={24}
    />
  );
}
