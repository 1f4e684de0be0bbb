/** The rarer fields of a line: unit, weight, pick-up, properties, customs, marking. */
import { NativeSelect, TextInput } from '@mantine/core';
import { NumberField } from '#src/components/form/NumberField.tsx';
import type { Good } from '#src/contracts/ireca/catalogue.ts';
import type { GoodLine } from '#src/domain/goodLine.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { SpecificityFields } from './SpecificityFields.tsx';
import classes from './GoodLineDetails.module.css';
import type { GoodsCatalogue } from './useGoodsCatalogue.ts';

type GoodLineDetailsProps = {
  line: GoodLine;
  position: number;
  good: Good | undefined;
  catalogue: GoodsCatalogue;
  weightError?: string;
  disabled?: boolean;
  onChange: (part: Partial<GoodLine>) => void;
};

const TEXTS = ['vedCode', 'countryCode', 'customDeclarationCode'] as const;
const MARKS = ['markBinaryValue', 'markValue'] as const;

export function GoodLineDetails(props: GoodLineDetailsProps) {
  const { line, position, good, catalogue, weightError, disabled, onChange } = props;
  const t = useWords(formWords).goods;
  const { locale } = useText();
  const cell = (what: string) => t.cell(what, position);
  const stockOf = (warehouseId: string) =>
    good?.warehouses.find((one) => one.warehouseId === warehouseId)?.count ?? null;
  const stock = line.warehouseId === null ? null : stockOf(line.warehouseId);

  const text = (
    field: (typeof TEXTS)[number] | (typeof MARKS)[number] | 'description' | 'unit',
    hint?: string,
  ) => (
    <TextInput
      key={field}
      className={classes[field]}
      label={t[field]}
      aria-label={cell(t[field])}
      description={hint}
      inputWrapperOrder={ORDER}
      value={line[field]}
      disabled={disabled}
      autoComplete="off"
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );

  return (
    <>
      <div className={classes.fields}>
        {text('unit')}
        <NumberField
          label={t.weight}
          value={line.weight}
          onChange={(weight) => onChange({ weight })}
          error={weightError}
          disabled={disabled}
        />
        <NativeSelect
          className={classes.warehouse}
          label={t.warehouse}
          aria-label={cell(t.warehouse)}
          value={line.warehouseId ?? ''}
          disabled={disabled}
          description={
            stock !== null && line.count !== null && line.count > stock
              ? t.shortStock(stock.toLocaleString(locale))
              : undefined
          }
          inputWrapperOrder={ORDER}
          data={warehouseOptions(line.warehouseId, catalogue, t, (id) => stockOf(id)?.toLocaleString(locale))}
          onChange={(event) => onChange({ warehouseId: event.currentTarget.value || null })}
        />
        {line.goodId !== null && text('description')}
        {TEXTS.map((field) => text(field, field === 'countryCode' ? t.countryHint : undefined))}
        {MARKS.map((field) => text(field, field === 'markBinaryValue' ? t.markHint : undefined))}
      </div>
      <SpecificityFields
        value={line.specificities}
        position={position}
        disabled={disabled}
        onChange={(specificities) => onChange({ specificities })}
      />
    </>
  );
}

/** Hints below, so that the fields of a row stand on one line. */
const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

function warehouseOptions(
  chosen: string | null,
  { warehouses }: GoodsCatalogue,
  t: (typeof formWords)['ru']['goods'],
  stock: (warehouseId: string) => string | undefined,
) {
  const known = warehouses.filter(({ warehouseId, isActive }) => isActive || warehouseId === chosen);
  const options = known.map(({ warehouseId, title }) => {
    const name = title || t.warehouseNumber(warehouseId);
    const count = stock(warehouseId);
    return { value: warehouseId, label: count === undefined ? name : t.warehouseStock(name, count) };
  });
  const missing = chosen !== null && !known.some(({ warehouseId }) => warehouseId === chosen);
  return [
    { value: '', label: t.noWarehouse },
    ...options,
    ...(missing ? [{ value: chosen, label: t.warehouseNumber(chosen) }] : []),
  ];
}
