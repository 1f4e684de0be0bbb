/** Finds a courier by name or phone; those on shift stand first. */
import { IconUser } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { ListState } from '#src/components/form/ListState.tsx';
import { TypeAhead } from '#src/components/form/TypeAhead.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import { CourierAvatar } from '#src/components/orders/CourierAvatar.tsx';
import type { Courier } from '#src/domain/courierDirectory.ts';
import { digitsOf, fold } from '#src/lib/text.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { pickersWords } from '#src/locales/pickersWords.ts';
import classes from './CourierField.module.css';

const SHOWN = 40;
/** Fewer digits would be found in too many phones. */
const FEWEST_DIGITS = 3;

const byName = new Intl.Collator('ru').compare;

type CourierFieldProps = {
  onPick: (courierId: string) => void;
  className?: string;
  /** As of `TypeAhead`. */
  inPlace?: boolean;
};

function find(all: readonly Courier[], typed: string) {
  const words = fold(typed).split(' ').filter(Boolean);
  const digits = digitsOf(typed).replace(/^8/, '7');
  const matches = ({ title, courierId, phoneDigits }: Courier) => {
    const name = fold(title);
    if (words.every((word) => name.includes(word)) || courierId === typed.trim()) return true;
    return digits.length >= FEWEST_DIGITS && (phoneDigits?.includes(digits) ?? false);
  };
  const found = all
    .filter(matches)
    .sort((a, b) => Number(b.onShift) - Number(a.onShift) || byName(a.title, b.title));
  return { shown: found.slice(0, SHOWN), more: Math.max(0, found.length - SHOWN) };
}

export function CourierField({ onPick, className, inPlace }: CourierFieldProps) {
  const t = useWords(pickersWords).courier;
  const { dot } = useText().commands;
  const [typed, setTyped] = useState('');
  const { directory, error, refetch } = useCourierDirectory();
  const format = useFormat();
  const { shown, more } = useMemo(() => find(directory?.all ?? [], typed), [directory, typed]);
  return (
    <TypeAhead
      label={t.label}
      hideLabel
      listLabel={t.list}
      placeholder={t.placeholder}
      icon={<IconUser size={15} stroke={1.7} aria-hidden />}
      className={className}
      inPlace={inPlace}
      typed={typed}
      onTyped={setTyped}
      items={shown}
      idOf={({ courierId }) => courierId}
      onPick={({ courierId }) => {
        setTyped('');
        onPick(courierId);
      }}
      foot={
        <ListState
          notes={[
            more > 0 && t.more(more),
            directory !== undefined && shown.length === 0 && t.none(typed.trim()),
            directory === undefined && error === null && t.loading,
          ]}
          error={directory === undefined ? error : null}
          onRetry={() => void refetch()}
        />
      }
    >
      {({ courierId, title, phone, onShift }) => (
        <span className={classes.option}>
          <CourierAvatar name={title} off={!onShift} />
          <span className={classes.name}>{title || t.untitled(courierId)}</span>
          <span className={classes.facts}>
            {[onShift && t.onShift, phone && format.phone(phone)].filter(Boolean).join(dot)}
          </span>
        </span>
      )}
    </TypeAhead>
  );
}
