/** Who is named responsible: a courier whose phone can be a login of Kassa, or nobody. */
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useCourierDirectory } from '#src/api/couriers.ts';
import fields from '#src/components/form/fields.module.css';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { FormSection } from '#src/components/form/FormPage.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import { kassaBar, kassaLogin } from '#src/domain/courierDirectory.ts';
import { kassaEditorWords } from '#src/locales/kassaEditorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { PartProps } from './formParts.ts';

export function ResponsibleSection({ values, change, refused }: PartProps) {
  const t = useWords(kassaEditorWords).responsible;
  const { phone } = useFormat();
  const { directory, error, refetch } = useCourierDirectory();
  const people = useMemo(() => {
    const fit = new Map<string, string>();
    for (const courier of directory?.all ?? []) {
      const login = kassaLogin(courier.phone);
      if (login !== null && directory && kassaBar(courier, directory) === null) fit.set(login, courier.title);
    }
    return fit;
  }, [directory]);
  const chosen = values.responsible;
  const options = [...people].map(([value, title]) => ({ value, label: `${title} · ${phone(value)}` }));
  if (chosen && !people.has(chosen.login)) options.unshift({ value: chosen.login, label: chosen.name });
  const unfit = (directory?.all.length ?? 0) - people.size;
  return (
    <FormSection title={t.title}>
      <Select
        label={t.label}
        name="responsible"
        placeholder={t.nobody}
        value={chosen?.login ?? null}
        onChange={(login) =>
          change({ responsible: login === null ? null : { login, name: people.get(login) ?? '' } })
        }
        data={options}
        error={refused('responsible')}
        nothingFoundMessage={t.none}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t.nobody }}
        comboboxProps={{ shadow: 'none' }}
      />
      {error !== null && !directory && <ErrorNote error={error} onRetry={() => void refetch()} compact />}
      <p className={fields.hint}>
        {t.hint} {unfit > 0 && t.cannot(unfit)}
      </p>
    </FormSection>
  );
}
