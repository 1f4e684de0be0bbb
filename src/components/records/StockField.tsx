/** How much of a good stands in which warehouse: a line for each. */
import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMemo } from 'react';
import { NumberField } from '#src/components/form/NumberField.tsx';
import type { ListSlug } from '#src/domain/declaration.ts';
import type { StockLine } from '#src/domain/recordDraft.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import { ReferenceField } from './ReferenceField.tsx';
import classes from './recordFields.module.css';
import { useTitles } from './recordTitles.ts';

type StockFieldProps = {
  label: string;
  /** The list of warehouses. */
  from: ListSlug;
  value: readonly StockLine[];
  onChange: (lines: readonly StockLine[]) => void;
  error?: string | null;
  disabled?: boolean;
  name: string;
};

export function StockField({ label, from, value, onChange, error, disabled, name }: StockFieldProps) {
  const t = useWords(recordFormWords).stock;
  const { locale } = useText();
  const slugs = useMemo(() => [from], [from]);
  const titles = useTitles(slugs).get(from)?.titles;
  const taken = useMemo(() => new Set(value.map(({ warehouseId }) => warehouseId)), [value]);
  const titleOf = (id: string) => titles?.get(id)?.title || t.unknown(id);
  const change = (at: number, part: Partial<StockLine>) =>
    onChange(value.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const total = value.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const wrong = ({ warehouseId, count }: StockLine) => warehouseId === '' || count === null || count < 0;

  return (
    <div className={classes.stock} role="group" aria-label={label}>
      {value.length === 0 && <p className={classes.hint}>{t.none}</p>}
      {value.map((line, at) => (
        // A line has no name of its own until a warehouse is chosen.
        <div key={at} className={classes.stockLine} data-wrong={(error && wrong(line)) || undefined}>
          <ReferenceField
            label={t.warehouseAt(at + 1)}
            hideLabel
            from={from}
            value={line.warehouseId}
            onChange={(warehouseId) => change(at, { warehouseId })}
            except={taken}
            disabled={disabled}
            name={`${name}.${at}.warehouseId`}
            required
          />
          <NumberField
            label={line.warehouseId === '' ? t.newCount : t.count(titleOf(line.warehouseId))}
            hideLabel
            value={line.count}
            onChange={(count) => change(at, { count })}
            disabled={disabled}
            name={`${name}.${at}.count`}
          />
          <button
            type="button"
            className={classes.remove}
            aria-label={t.remove(line.warehouseId === '' ? t.warehouseAt(at + 1) : titleOf(line.warehouseId))}
            disabled={disabled}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          >
            <IconTrash size={16} stroke={1.7} aria-hidden />
          </button>
        </div>
      ))}
      {error && (
        <p className={classes.error} role="alert" data-wrong={value.some(wrong) ? undefined : true}>
          {error}
        </p>
      )}
      <div className={classes.stockFoot}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />}
          disabled={disabled}
          onClick={() => onChange([...value, { warehouseId: '', count: null }])}
        >
          {t.add}
        </Button>
        {value.length > 1 && <span>{t.words(value.length, total.toLocaleString(locale))}</span>}
      </div>
    </div>
  );
}
