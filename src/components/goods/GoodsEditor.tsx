/** Lines of goods in a form: a picker over the catalogue, counts, prices, discounts, taxes, properties, pick-up. */
import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useSteady } from '#src/components/form/useSteady.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { GoodLine, GoodLineErrors } from '#src/domain/goodLine.ts';
import { addCount, countStep } from '#src/domain/goodLine.ts';
import { lineTotal, orderTotals } from '#src/domain/orderTotals.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { GoodLineRow } from './GoodLineRow.tsx';
import { GoodPicker } from './GoodPicker.tsx';
import columns from './GoodColumns.module.css';
import classes from './GoodsEditor.module.css';
import { useGoodLines } from './useGoodLines.ts';
import { useGoodsCatalogue } from './useGoodsCatalogue.ts';

export type GoodsEditorProps = {
  lines: readonly GoodLine[];
  onChange: (lines: GoodLine[]) => void;
  /** By the line's `key`. */
  errors?: Readonly<Record<string, GoodLineErrors>>;
  /** Of the whole list («добавьте хотя бы один товар»). */
  error?: string | null;
  disabled?: boolean;
};

const NO_ERRORS = {};

export function GoodsEditor({ lines, onChange, errors = NO_ERRORS, error, disabled }: GoodsEditorProps) {
  const t = useWords(formWords).goods;
  const { locale } = useText();
  const catalogue = useGoodsCatalogue();
  const deeds = useGoodLines(lines, onChange);
  const picker = useRef<HTMLInputElement>(null);
  /** The line whose count takes the focus as soon as it is there. */
  const [called, setCalled] = useState<{ key: string; call: number }>({ key: '', call: 0 });
  const [said, setSaid] = useState('');

  const call = (key: string) => setCalled((before) => ({ key, call: before.call + 1 }));
  const toPicker = useSteady(() => picker.current?.focus());
  const counts = useMemo(() => countsOf(lines), [lines]);
  const titleOf = (line: GoodLine) =>
    line.title || (line.goodId && catalogue.goods.get(line.goodId)?.title) || line.description || t.untitled;

  const copy = useSteady((line: GoodLine) => call(deeds.copy(line)));
  const remove = useSteady((line: GoodLine) => {
    const at = lines.indexOf(line);
    const next = lines[at + 1] ?? lines[at - 1];
    setSaid(t.removed(titleOf(line)));
    deeds.remove(line.key);
    if (next) call(next.key);
    else toPicker();
  });

  return (
    <div className={classes.editor} role="group" aria-label={t.legend}>
      <div className={classes.top}>
        <GoodPicker
          ref={picker}
          catalogue={catalogue}
          counts={counts}
          disabled={disabled}
          onAdd={(good, anew) => {
            const key = deeds.add(good, anew);
            const count = addCount(counts.get(good.goodId) ?? 0, countStep(good));
            setSaid(t.added(good.title, count.toLocaleString(locale)));
            call(key);
          }}
        />
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          disabled={disabled}
          onClick={() => call(deeds.addBlank())}
        >
          {t.addBlank}
        </Button>
      </div>
      {error && (
        <p className={classes.error} role="alert">
          <IconAlertCircle size={16} stroke={1.7} aria-hidden /> {error}
        </p>
      )}
      {lines.length === 0 ? (
        <p className={classes.empty}>
          <strong>{t.empty}</strong>
          <span>{t.emptyHint}</span>
        </p>
      ) : (
        <>
          <div className={`${columns.columns} ${classes.heads}`} aria-hidden>
            <span />
            <span>{t.column.good}</span>
            <span className={classes.right}>{t.column.count}</span>
            <span className={classes.right}>{t.column.price}</span>
            <span>{t.column.discount}</span>
            <span>{t.column.tax}</span>
            <span className={classes.right}>{t.column.total}</span>
            <span />
          </div>
          <ol className={classes.lines}>
            {lines.map((line, index) => (
              <GoodLineRow
                key={line.key}
                line={line}
                title={titleOf(line)}
                position={index + 1}
                last={index === lines.length - 1}
                catalogue={catalogue}
                typed={deeds.typings[line.key]}
                errors={errors[line.key]}
                disabled={disabled}
                called={called.key === line.key ? called.call : 0}
                onDone={toPicker}
                onChange={deeds.change}
                onType={deeds.type}
                onMove={deeds.move}
                onCopy={copy}
                onRemove={remove}
              />
            ))}
          </ol>
          <LinesSum lines={lines} />
        </>
      )}
      <p className={classes.said} role="status">
        {said}
      </p>
    </div>
  );
}

function countsOf(lines: readonly GoodLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { goodId, count } of lines)
    if (goodId !== null) counts.set(goodId, (counts.get(goodId) ?? 0) + (count ?? 0));
  return counts;
}

/** Count of lines and what they come to, discounts included. */
function LinesSum({ lines }: { lines: readonly GoodLine[] }) {
  const t = useWords(formWords).goods;
  const format = useFormat();
  const { due } = orderTotals(
    lines.map(({ price, count, discountTotal }) => ({
      total: price === null || count === null ? 0 : lineTotal(price, count),
      discountTotal,
    })),
    0,
  );
  return (
    <p className={classes.sum}>
      <span>{t.lines(lines.length)}</span>
      <span>
        {t.sum} <strong>{format.money(due)}</strong>
      </span>
    </p>
  );
}
