/** What the client gives back: every position of the order with what was delivered, given back, and goes back now. */
import { Button } from '@mantine/core';
import { FormSection } from '#src/components/form/FormPage.tsx';
import chips from '#src/components/form/reasonChips.module.css';
import { refundWords } from '#src/locales/refundWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { GoodsRow } from './GoodsRow.tsx';
import type { PartProps } from './formParts.ts';
import classes from './GoodsSection.module.css';

export function GoodsSection({ values, sheet, change, errors, refused }: PartProps) {
  const t = useWords(refundWords);
  const { counts } = values;
  const set = (next: Record<string, number | null>) => change({ counts: next });
  const all = Object.fromEntries(sheet.lines.map(({ key, left }) => [key, left]));
  const isAll = sheet.lines.every(({ key, left }) => (counts[key] ?? 0) === left);
  const wrong = errors.lines ? t.goods.nothing : refused('lines');
  return (
    <FormSection title={t.goods.title} hint={t.goods.hint} wide>
      <div className={classes.tools} data-wrong={wrong ? true : undefined}>
        <Button size="xs" variant="default" onClick={() => set(isAll ? {} : all)}>
          {isAll ? t.goods.none : t.goods.all}
        </Button>
        {wrong && (
          <p className={chips.wrong} role="alert">
            {wrong}
          </p>
        )}
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t.goods.good}</th>
            <th scope="col" data-figures>
              {t.goods.price}
            </th>
            <th scope="col" data-figures>
              {t.goods.delivered}
            </th>
            <th scope="col" data-figures>
              {t.goods.returned}
            </th>
            <th scope="col">{t.goods.now}</th>
            <th scope="col" data-figures>
              {t.goods.sum}
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.lines.map((line) => {
            const error = errors.counts?.[line.key];
            return (
              <GoodsRow
                key={line.key}
                line={line}
                count={counts[line.key] ?? null}
                error={error ? t.error[error] : null}
                onChange={(count) => set({ ...counts, [line.key]: count })}
              />
            );
          })}
        </tbody>
      </table>
    </FormSection>
  );
}
