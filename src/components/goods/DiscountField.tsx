/** A line's discount or surcharge: typed in roubles or per cent, kept in kopecks. Per cent go along with count and price. */
import { NativeSelect } from '@mantine/core';
import { MoneyInput } from '#src/components/form/MoneyInput.tsx';
import { NumberField } from '#src/components/form/NumberField.tsx';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { DiscountTyping, DiscountWay } from './discountTyping.ts';
import { DISCOUNT_WAYS, isPercent, withWay } from './discountTyping.ts';
import classes from './DiscountField.module.css';

type DiscountFieldProps = {
  typing: DiscountTyping;
  onChange: (typing: DiscountTyping) => void;
  /** Number of the line, for the names. */
  position: number;
  error?: string | null;
  disabled?: boolean;
};

export function DiscountField({ typing, onChange, position, error, disabled }: DiscountFieldProps) {
  const t = useWords(formWords).goods;
  const label = t.cell(t.wayTitles[typing.way], position);
  const amount = {
    value: typing.amount,
    onChange: (value: number | null) => onChange({ ...typing, amount: value }),
    error,
    disabled,
    hideLabel: true,
    label,
  };
  return (
    <div className={classes.discount}>
      <NativeSelect
        className={classes.way}
        aria-label={t.cell(t.way, position)}
        value={typing.way}
        disabled={disabled}
        data={DISCOUNT_WAYS.map((way) => ({ value: way, label: t.ways[way] }))}
        onChange={(event) => onChange(withWay(typing, event.currentTarget.value as DiscountWay))}
      />
      {isPercent(typing.way) ? <NumberField {...amount} unsigned /> : <MoneyInput {...amount} />}
    </div>
  );
}
