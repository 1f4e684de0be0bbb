/** One line of goods: what, for how much, how many, at which rate; the rest is folded away until it is wanted. */
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { MoneyInput } from '#src/components/form/MoneyInput.tsx';
import { NumberField } from '#src/components/form/NumberField.tsx';
import { sameLine } from '#src/components/form/sameLine.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { KassaItemErrors } from '#src/domain/kassaOrderCheck.ts';
import type { KassaItemValues } from '#src/domain/kassaOrderForm.ts';
import { kassaItemTotal, UNIT_CODES, VAT_RATES } from '#src/domain/kassaOrderForm.ts';
import { kassaEditorWords } from '#src/locales/kassaEditorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { useFieldWords } from './fieldWords.ts';
import classes from './ItemLine.module.css';

const OTHER = 'other';

type LineProps = {
  item: KassaItemValues;
  /** Counted from 1. */
  number: number;
  errors: KassaItemErrors;
  onChange: (key: string, part: Partial<KassaItemValues>) => void;
  onRemove: (key: string) => void;
};

/** Drawn anew only when something about this line is new: a long order must not slow the typing elsewhere. */
export const ItemLine = memo(function ItemLine({ item, number, errors, ...deeds }: LineProps) {
  const onChange = (part: Partial<KassaItemValues>) => deeds.onChange(item.key, part);
  const t = useWords(kassaEditorWords).items;
  const words = useFieldWords();
  const { money } = useFormat();
  const total = kassaItemTotal(item);
  const filled = item.nomenclatureId !== '' || item.barcode !== '' || item.vendorCode !== '';
  const [opened, setOpened] = useState(false);
  const shown = opened || filled;
  return (
    <li className={classes.item} aria-label={t.line(number)}>
      <div className={classes.line}>
        <span className={classes.number} aria-hidden>
          {number}
        </span>
        <TextInput
          className={classes.name}
          label={t.description}
          name={`items.${item.key}.description`}
          value={item.description}
          onChange={(event) => onChange({ description: event.currentTarget.value })}
          error={words(errors.description, 'description')}
          withAsterisk
          required
          autoComplete="off"
        />
        <MoneyInput
          label={t.price}
          value={item.price}
          onChange={(price) => onChange({ price })}
          error={words(errors.price, 'price')}
          required
        />
        <NumberField
          label={t.quantity}
          value={item.quantity}
          onChange={(quantity) => onChange({ quantity })}
          error={words(errors.quantity, 'quantity')}
          required
        />
        <Unit code={item.unitCode} onChange={onChange} error={words(errors.unitCode, 'unitCode')} />
        <MoneyInput
          label={t.discount}
          value={item.discount}
          onChange={(discount) => onChange({ discount })}
          error={words(errors.discount, 'discount')}
        />
        <NativeSelect
          label={t.vat}
          value={item.vat}
          onChange={(event) => onChange({ vat: event.currentTarget.value })}
          data={VAT_RATES.map((rate) => ({
            value: rate,
            label: rate === 'none' ? t.vatNone : t.vatRate(rate),
          }))}
          error={words(errors.vat, 'vat')}
        />
        <div className={classes.sum}>
          <span>{t.total}</span>
          <strong>{total === null ? '—' : `${money(total)} ₽`}</strong>
        </div>
        <ActionIcon
          className={classes.remove}
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t.remove(number)}
          title={t.remove(number)}
          onClick={() => deeds.onRemove(item.key)}
        >
          <IconTrash size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      </div>
      {shown ? (
        <div className={classes.more}>
          <TextInput
            label={t.nomenclatureId}
            placeholder={t.nomenclatureHint}
            value={item.nomenclatureId}
            onChange={(event) => onChange({ nomenclatureId: event.currentTarget.value })}
            error={words(errors.nomenclatureId, 'nomenclatureId')}
            inputMode="numeric"
            autoComplete="off"
          />
          <TextInput
            label={t.vendorCode}
            value={item.vendorCode}
            onChange={(event) => onChange({ vendorCode: event.currentTarget.value })}
            autoComplete="off"
          />
          <TextInput
            label={t.barcode}
            value={item.barcode}
            onChange={(event) => onChange({ barcode: event.currentTarget.value })}
            autoComplete="off"
          />
        </div>
      ) : (
        <Button
          className={classes.unfold}
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-expanded={false}
          onClick={() => setOpened(true)}
        >
          {t.more}
        </Button>
      )}
    </li>
  );
}, sameLine);

type UnitProps = {
  code: string;
  error: string | null;
  onChange: (part: { unitCode: string }) => void;
};

/** Usual units by name; any other by its code in ОКЕИ. */
function Unit({ code, error, onChange }: UnitProps) {
  const t = useWords(kassaEditorWords).items;
  const known = UNIT_CODES.some((usual) => usual === code);
  const select = (
    <NativeSelect
      label={t.unit}
      value={known ? code : OTHER}
      onChange={({ currentTarget: { value } }) => onChange({ unitCode: value === OTHER ? '' : value })}
      data={[
        ...UNIT_CODES.map((value) => ({ value, label: t.units[value] })),
        { value: OTHER, label: t.otherUnit },
      ]}
    />
  );
  if (known) return select;
  return (
    <div className={classes.unit}>
      {select}
      <TextInput
        label={t.unitCode}
        value={code}
        onChange={(event) => onChange({ unitCode: event.currentTarget.value })}
        error={error}
        inputMode="numeric"
        autoComplete="off"
        required
      />
    </div>
  );
}
