/** Adds goods to an order: type, Enter, type the count, Enter, and the next one. */
import { IconPlus } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import type { Ref } from 'react';
import { ListState } from '#src/components/form/ListState.tsx';
import { TypeAhead } from '#src/components/form/TypeAhead.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Good } from '#src/contracts/ireca/catalogue.ts';
import { searchGoods } from '#src/domain/goodSearch.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import classes from './GoodPicker.module.css';
import type { GoodsCatalogue } from './useGoodsCatalogue.ts';

/** More than anybody reads; what is meant comes up with another letter. */
const SHOWN = 50;

type GoodPickerProps = {
  catalogue: GoodsCatalogue;
  /** How many of each good are in the order, by id. */
  counts: ReadonlyMap<string, number>;
  /** `anew`: as a line of its own though the good is there already. */
  onAdd: (good: Good, anew: boolean) => void;
  disabled?: boolean;
  ref?: Ref<HTMLInputElement>;
};

export function GoodPicker({ catalogue, counts, onAdd, disabled, ref }: GoodPickerProps) {
  const t = useWords(formWords).goods;
  const [typed, setTyped] = useState('');
  const hint = useId();
  const { index, goods, whole, error, retry } = catalogue;
  const { shown, more } = useMemo(() => searchGoods(index, typed, SHOWN), [index, typed]);
  const query = typed.trim();
  const known = whole || (query !== '' && goods.size > 0);

  return (
    <>
      <TypeAhead
        ref={ref}
        className={classes.field}
        label={t.pick}
        hideLabel
        listLabel={t.list}
        placeholder={t.pickPlaceholder}
        describedBy={hint}
        icon={<IconPlus size={16} stroke={1.7} aria-hidden />}
        typed={typed}
        onTyped={setTyped}
        items={shown}
        idOf={(good) => good.goodId}
        onPick={(good, apart) => {
          setTyped('');
          onAdd(good, apart);
        }}
        disabled={disabled}
        foot={
          <ListState
            notes={[
              more > 0 && t.more(more),
              shown.length === 0 && known && (query === '' ? t.emptyCatalogue : t.nothing(query)),
              !whole && error === null && t.loading(goods.size),
              !whole && error !== null && goods.size > 0 && t.failedPart(goods.size),
            ]}
            error={whole ? null : error}
            onRetry={retry}
          />
        }
      >
        {(good) => <GoodOption good={good} catalogue={catalogue} inOrder={counts.get(good.goodId)} />}
      </TypeAhead>
      <span id={hint} className={classes.keys}>
        {t.pickKeys}
      </span>
    </>
  );
}

type OptionProps = { good: Good; catalogue: GoodsCatalogue; inOrder: number | undefined };

function GoodOption({ good, catalogue, inOrder }: OptionProps) {
  const t = useWords(formWords).goods;
  const { locale } = useText();
  const format = useFormat();
  const tax = catalogue.taxes.find(({ taxId }) => taxId === good.taxId)?.title;
  const stock = good.warehouses.flatMap(({ warehouseId, count }) => {
    const title = catalogue.warehouses.find((one) => one.warehouseId === warehouseId)?.title;
    return count === null
      ? []
      : [t.stock(title || t.warehouseNumber(warehouseId), count.toLocaleString(locale))];
  });
  return (
    <span className={classes.option}>
      <span className={classes.words}>
        <span className={classes.title}>{good.title || t.untitled}</span>
        <span className={classes.facts}>
          {[good.article, tax, ...stock].map((fact) => fact && <span key={fact}>{fact}</span>)}
          {inOrder !== undefined && (
            <span className={classes.inOrder}>{t.inOrder(inOrder.toLocaleString(locale))}</span>
          )}
        </span>
      </span>
      <span className={classes.price}>{good.price === null ? t.noPrice : format.money(good.price)}</span>
    </span>
  );
}
