/** Properties and extras of one line («пакет × 2»): found by title, counted, taken away again. */
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useSpecificities } from '#src/api/catalogue.ts';
import { ListState } from '#src/components/form/ListState.tsx';
import { NumberField } from '#src/components/form/NumberField.tsx';
import { TypeAhead } from '#src/components/form/TypeAhead.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Specificity } from '#src/contracts/ireca/catalogue.ts';
import type { LineSpecificity } from '#src/domain/goodLine.ts';
import { fold } from '#src/lib/text.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import icons from './GoodLineActions.module.css';
import classes from './SpecificityFields.module.css';

const SHOWN = 50;

type SpecificityFieldsProps = {
  value: readonly LineSpecificity[];
  onChange: (value: LineSpecificity[]) => void;
  /** Number of the line, for the names. */
  position: number;
  disabled?: boolean;
};

/** «Цвет: Синий» of title and value. */
const titleOf = ({ title, value }: Specificity) => [title, value].filter(Boolean).join(': ');

export function SpecificityFields({ value, onChange, position, disabled }: SpecificityFieldsProps) {
  const t = useWords(formWords).goods;
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const { data, error, refetch } = useSpecificities();
  const found = useMemo(() => {
    const words = fold(typed).split(' ').filter(Boolean);
    const chosen = new Set(value.map(({ specificityId }) => specificityId));
    return (data?.records ?? []).filter((one) => {
      if (!one.isActive || chosen.has(one.specificityId)) return false;
      const all = fold(`${titleOf(one)} ${one.article}`);
      return words.every((word) => all.includes(word));
    });
  }, [data, typed, value]);

  const add = (one: Specificity) => {
    setTyped('');
    const { specificityId } = one;
    onChange([...value, { specificityId, title: titleOf(one), price: one.price ?? 0, count: 1 }]);
  };

  return (
    <div className={classes.properties} role="group" aria-label={t.cell(t.specificities, position)}>
      <TypeAhead
        label={t.addSpecificity}
        listLabel={t.specificities}
        placeholder={t.specificityPlaceholder}
        icon={<IconPlus size={16} stroke={1.7} aria-hidden />}
        typed={typed}
        onTyped={setTyped}
        items={found.slice(0, SHOWN)}
        idOf={(one) => one.specificityId}
        onPick={add}
        disabled={disabled}
        foot={
          <ListState
            notes={[
              found.length > SHOWN && t.more(found.length - SHOWN),
              data !== undefined && found.length === 0 && t.specificitiesNone,
              data === undefined && error === null && t.loading(0),
            ]}
            error={data === undefined ? error : null}
            onRetry={() => void refetch()}
          />
        }
      >
        {(one) => (
          <span className={classes.option}>
            <span>{titleOf(one)}</span>
            {one.price !== null && <span className={classes.price}>{format.money(one.price)}</span>}
          </span>
        )}
      </TypeAhead>
      {value.length > 0 && (
        <ul className={classes.list}>
          {value.map((one) => (
            <li key={one.specificityId}>
              <span className={classes.name}>{one.title}</span>
              <NumberField
                label={t.specificityCount(one.title)}
                hideLabel
                unsigned
                value={one.count}
                disabled={disabled}
                onChange={(count) =>
                  onChange(
                    value.map((other) =>
                      other.specificityId === one.specificityId ? { ...other, count: count ?? 0 } : other,
                    ),
                  )
                }
              />
              <span className={classes.price}>{t.specificityPrice(format.money(one.price))}</span>
              <button
                type="button"
                className={`${icons.icon} ${classes.remove}`}
                aria-label={t.specificityRemove(one.title)}
                title={t.remove}
                disabled={disabled}
                onClick={() =>
                  onChange(value.filter(({ specificityId }) => specificityId !== one.specificityId))
                }
              >
                <IconX size={15} stroke={1.7} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
