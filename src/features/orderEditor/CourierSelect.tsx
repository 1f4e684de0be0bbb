/** Who carries the order: couriers on shift first, or nobody. */
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { editorWords } from '#src/locales/editorWords.ts';
import { useWords } from '#src/locales/language.tsx';

type Props = {
  value: string | null;
  onChange: (courierId: string | null) => void;
  error: string | null;
  disabled: boolean;
};

export function CourierSelect({ value, onChange, error, disabled }: Props) {
  const t = useWords(editorWords);
  const { directory, shiftsKnown } = useCourierDirectory();
  const data = useMemo(() => {
    const all = directory?.all ?? [];
    const option = ({ courierId, title, phone }: (typeof all)[number]) => ({
      value: courierId,
      label: title || phone || t.unknownId(courierId),
    });
    // One who was deleted is still named by the order.
    const known = value === null || directory?.byId.has(value) === true;
    const lost = known ? [] : [{ value, label: t.unknownId(value) }];
    if (!shiftsKnown) return [{ group: t.allCouriers, items: [...lost, ...all.map(option)] }];
    return [
      { group: t.onShift, items: all.filter((one) => one.onShift).map(option) },
      { group: t.offShift, items: [...lost, ...all.filter((one) => !one.onShift).map(option)] },
    ];
  }, [directory, shiftsKnown, value, t]);
  return (
    <Select
      label={t.fields.courierId}
      description={t.hints.courier}
      placeholder={t.none.courier}
      name="courierId"
      data={data}
      value={value}
      onChange={onChange}
      error={error}
      disabled={disabled}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t.none.courier }}
      nothingFoundMessage={t.nothingFound}
    />
  );
}
