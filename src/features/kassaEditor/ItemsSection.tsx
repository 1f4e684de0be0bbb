/** The goods of the order, line by line. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { FormSection } from '#src/components/form/FormPage.tsx';
import fields from '#src/components/form/fields.module.css';
import { useSteady } from '#src/components/form/useSteady.ts';
import type { KassaItemValues } from '#src/domain/kassaOrderForm.ts';
import { blankKassaItem } from '#src/domain/kassaOrderForm.ts';
import { kassaEditorWords } from '#src/locales/kassaEditorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { ItemLine } from './ItemLine.tsx';
import type { PartProps } from './formParts.ts';
import classes from './kassaEditor.module.css';

const NO_ERRORS = {};

const nextKey = (items: readonly KassaItemValues[]) =>
  String(Math.max(0, ...items.map(({ key }) => Number(key) || 0)) + 1);

export function ItemsSection({ values, change, errors, refused }: PartProps) {
  const t = useWords(kassaEditorWords).items;
  const { items } = values;
  const wrong = errors.items ? t.none : refused('items');
  const changeItem = useSteady((key: string, part: Partial<KassaItemValues>) =>
    change({ items: items.map((one) => (one.key === key ? { ...one, ...part } : one)) }),
  );
  const removeItem = useSteady((key: string) => change({ items: items.filter((one) => one.key !== key) }));
  return (
    <FormSection title={t.title} wide>
      <ul className={classes.items}>
        {items.map((item, index) => (
          <ItemLine
            key={item.key}
            item={item}
            number={index + 1}
            errors={errors.byItem?.[item.key] ?? NO_ERRORS}
            onChange={changeItem}
            onRemove={removeItem}
          />
        ))}
      </ul>
      <div className={classes.below} data-wrong={wrong ? true : undefined}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
          onClick={() => change({ items: [...items, blankKassaItem(nextKey(items), items.at(-1))] })}
        >
          {t.add}
        </Button>
        {wrong && (
          <p className={classes.wrong} role="alert">
            {wrong}
          </p>
        )}
        <p className={fields.hint}>{t.fixed}</p>
      </div>
    </FormSection>
  );
}
