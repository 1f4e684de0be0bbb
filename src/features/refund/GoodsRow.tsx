/** One position: delivered, given back, and a stepper for what goes back now. */
import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { NumberField } from '#src/components/form/NumberField.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { RefundLine } from '#src/domain/refund.ts';
import { refundOf } from '#src/domain/refund.ts';
import { refundWords } from '#src/locales/refundWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import classes from './GoodsSection.module.css';

type GoodsRowProps = {
  line: RefundLine;
  count: number | null;
  error: string | null;
  onChange: (count: number | null) => void;
};

export function GoodsRow({ line, count, error, onChange }: GoodsRowProps) {
  const t = useWords(refundWords).goods;
  const { locale } = useText();
  const { money } = useFormat();
  const title = line.title || t.untitled;
  const now = count ?? 0;
  const sums = refundOf(line, Math.min(Math.max(now, 0), line.left));
  const figure = (number: number) => number.toLocaleString(locale, { maximumFractionDigits: 3 });
  const exact = (number: number) => Math.round(number * 1000) / 1000;
  return (
    <tr data-chosen={now > 0 || undefined} data-gone={line.left === 0 || undefined}>
      <th scope="row">
        {title}
        {line.article && <small>{line.article}</small>}
        {line.discountTotal !== 0 && (
          <small>
            {line.discountTotal < 0
              ? t.discount(money(-line.discountTotal))
              : t.surcharge(money(line.discountTotal))}
          </small>
        )}
      </th>
      <td data-figures data-label={t.price}>
        {money(line.price)}
      </td>
      <td data-figures data-label={t.delivered}>
        {figure(line.delivered)} {line.unit}
      </td>
      <td data-figures data-label={t.returned}>
        {line.returned === 0 ? '—' : `${figure(line.returned)} ${line.unit}`}
      </td>
      <td data-label={t.now}>
        {line.left === 0 ? (
          <span className={classes.goneWords}>{t.gone}</span>
        ) : (
          <div className={classes.stepper}>
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t.less(title)}
              disabled={now <= 0}
              onClick={() => onChange(Math.max(0, exact(now - 1)))}
            >
              <IconMinus size={15} stroke={1.7} aria-hidden />
            </ActionIcon>
            <div className={classes.count}>
              <NumberField
                label={t.nowOf(title)}
                hideLabel
                name={`count.${line.key}`}
                value={count}
                onChange={onChange}
                error={error}
              />
            </div>
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t.more(title)}
              disabled={now >= line.left}
              onClick={() => onChange(Math.min(line.left, exact(now + 1)))}
            >
              <IconPlus size={15} stroke={1.7} aria-hidden />
            </ActionIcon>
            <small>{t.left(figure(exact(line.left - Math.min(now, line.left))))}</small>
          </div>
        )}
      </td>
      <td data-figures data-label={t.sum}>
        <strong>{now > 0 ? money(sums.total + sums.discountTotal) : '—'}</strong>
      </td>
    </tr>
  );
}
