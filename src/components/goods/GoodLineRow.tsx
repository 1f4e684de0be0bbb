/** One line of goods: count, price, discount, tax and sum in a row; the rest opens below. */
import { NativeSelect, TextInput } from '@mantine/core';
import { memo, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { MoneyInput } from '#src/components/form/MoneyInput.tsx';
import { NumberField } from '#src/components/form/NumberField.tsx';
import { sameLine } from '#src/components/form/sameLine.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { GoodLine, GoodLineError, GoodLineErrors } from '#src/domain/goodLine.ts';
import { addCount, countStep } from '#src/domain/goodLine.ts';
import { lineTotal } from '#src/domain/orderTotals.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { DiscountField } from './DiscountField.tsx';
import { GoodLineActions } from './GoodLineActions.tsx';
import { GoodLineDetails } from './GoodLineDetails.tsx';
import { GoodLineTitle } from './GoodLineTitle.tsx';
import columns from './GoodColumns.module.css';
import classes from './GoodLineRow.module.css';
import type { DiscountTyping } from './discountTyping.ts';
import { typingFor } from './useGoodLines.ts';
import type { GoodsCatalogue } from './useGoodsCatalogue.ts';

type GoodLineRowProps = {
  line: GoodLine;
  title: string;
  /** From 1. */
  position: number;
  last: boolean;
  catalogue: GoodsCatalogue;
  /** How its discount was typed, if it was in this visit. */
  typed?: DiscountTyping;
  errors?: GoodLineErrors;
  disabled?: boolean;
  /** Grows each time the count shall take the focus. */
  called: number;
  /** Enter in the count: on to the next good. */
  onDone: () => void;
  onChange: (key: string, part: Partial<GoodLine>) => void;
  onType: (key: string, typing: DiscountTyping) => void;
  onMove: (key: string, by: -1 | 1) => void;
  onCopy: (line: GoodLine) => void;
  onRemove: (line: GoodLine) => void;
};

/** Drawn anew only when something about this line is new: forty of them must not slow the typing elsewhere. */
export const GoodLineRow = memo(function GoodLineRow(props: GoodLineRowProps) {
  const { line, title, position, last, catalogue, typed, errors = {}, disabled, called } = props;
  const { onDone, onChange, onType, onMove, onCopy, onRemove } = props;
  const t = useWords(formWords).goods;
  const id = useId();
  const [open, setOpen] = useState(false);
  const count = useRef<HTMLInputElement>(null);
  const blank = useRef<HTMLInputElement>(null);
  const good = line.goodId === null ? undefined : catalogue.goods.get(line.goodId);
  const step = countStep(good);
  const change = (part: Partial<GoodLine>) => onChange(line.key, part);
  const cell = (what: string) => t.cell(what, position);
  const words = (error: GoodLineError | undefined) => error && t.error[error];
  const shown = open || errors.weight !== undefined;

  useEffect(() => {
    if (called === 0) return;
    const field = blank.current ?? count.current;
    field?.focus();
    field?.select();
  }, [called]);

  const countKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onDone();
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const next = addCount(line.count, event.key === 'ArrowUp' ? step : -step);
      if (next > 0) change({ count: next });
    }
  };

  return (
    <li className={classes.line} aria-label={t.row(position, title)} data-open={shown || undefined}>
      <div className={`${columns.columns} ${classes.cells}`}>
        <span className={classes.position}>{position}</span>
        <div className={classes.good}>
          {line.goodId === null ? (
            <TextInput
              ref={blank}
              aria-label={cell(t.name)}
              placeholder={t.name}
              value={line.description}
              error={words(errors.goodId)}
              disabled={disabled}
              autoComplete="off"
              onChange={(event) => change({ description: event.currentTarget.value })}
            />
          ) : (
            <GoodLineTitle line={line} title={title} good={good} catalogue={catalogue} />
          )}
        </div>
        <Cell name={t.column.count} kind="count">
          <NumberField
            ref={count}
            label={cell(t.column.count)}
            hideLabel
            value={line.count}
            onChange={(value) => change({ count: value })}
            error={words(errors.count)}
            disabled={disabled}
            unit={line.unit.length <= 3 ? line.unit : undefined}
            onKeyDown={countKeys}
          />
        </Cell>
        <Cell name={t.column.price} kind="price">
          <MoneyInput
            label={cell(t.column.price)}
            hideLabel
            value={line.price}
            onChange={(price) => change({ price })}
            error={errors.price === 'notPositive' ? t.error.negativePrice : words(errors.price)}
            disabled={disabled}
          />
        </Cell>
        <Cell name={t.column.discount} kind="discountCell">
          <DiscountField
            typing={typingFor(typed, line)}
            onChange={(typing) => onType(line.key, typing)}
            position={position}
            error={words(errors.discountTotal)}
            disabled={disabled}
          />
        </Cell>
        <Cell name={t.column.tax} kind="tax">
          <NativeSelect
            aria-label={cell(t.column.tax)}
            value={line.taxId ?? ''}
            disabled={disabled}
            data={taxOptions(line, good?.taxId ?? null, catalogue, t)}
            onChange={(event) => change({ taxId: event.currentTarget.value || null })}
          />
        </Cell>
        <LineSum line={line} />
        <GoodLineActions
          position={position}
          last={last}
          disabled={disabled}
          open={shown}
          detailsId={`${id}-details`}
          onOpen={() => setOpen(!open)}
          onMove={(by) => onMove(line.key, by)}
          onCopy={() => onCopy(line)}
          onRemove={() => onRemove(line)}
        />
      </div>
      {shown && (
        <div id={`${id}-details`} className={classes.details}>
          <GoodLineDetails
            line={line}
            position={position}
            good={good}
            catalogue={catalogue}
            weightError={words(errors.weight)}
            disabled={disabled}
            onChange={change}
          />
        </div>
      )}
    </li>
  );
}, sameLine);

/** On a phone each cell carries its own head. */
function Cell({ name, kind, children }: { name: string; kind: string; children: ReactNode }) {
  return (
    <div className={classes.cell} data-kind={kind}>
      <span className={classes.cellName} aria-hidden>
        {name}
      </span>
      {children}
    </div>
  );
}

function LineSum({ line }: { line: GoodLine }) {
  const t = useWords(formWords).goods;
  const format = useFormat();
  const total = line.price === null || line.count === null ? null : lineTotal(line.price, line.count);
  const { discountTotal } = line;
  return (
    <div className={classes.total}>
      <span className={classes.cellName} aria-hidden>
        {t.column.total}
      </span>
      <output>{total === null ? '—' : format.money(total + discountTotal)}</output>
      {total !== null && discountTotal !== 0 && (
        <small>
          {discountTotal < 0 ? t.without(format.money(total)) : t.withSurcharge(format.money(total))}
        </small>
      )}
    </div>
  );
}

function taxOptions(
  line: GoodLine,
  ownTaxId: string | null,
  { taxes }: GoodsCatalogue,
  t: (typeof formWords)['ru']['goods'],
) {
  const own = taxes.find(({ taxId }) => taxId === ownTaxId)?.title;
  const options = taxes.map(({ taxId, title }) => ({ value: taxId, label: title || t.taxNumber(taxId) }));
  const first = line.goodId === null ? t.noTax : own ? t.ownTax(own) : t.ownTaxUnknown;
  // A rate that is not in the list (or a list that is not here yet) must not turn into another one.
  const missing = line.taxId !== null && !taxes.some(({ taxId }) => taxId === line.taxId);
  return [
    { value: '', label: first },
    ...options,
    ...(missing ? [{ value: line.taxId ?? '', label: t.taxNumber(line.taxId ?? '') }] : []),
  ];
}
