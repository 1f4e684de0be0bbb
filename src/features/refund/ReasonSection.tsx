/** Why it is given back, from iRECA's list: all reasons in sight. */
import { Loader } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useId } from 'react';
import { useReturnReasons } from '#src/api/references.ts';
import { FormSection } from '#src/components/form/FormPage.tsx';
import fields from '#src/components/form/fields.module.css';
import chips from '#src/components/form/reasonChips.module.css';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { refundWords } from '#src/locales/refundWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { PartProps } from './formParts.ts';
import classes from './refund.module.css';

export function ReasonSection({ values, change, errors, refused }: PartProps) {
  const t = useWords(refundWords).reason;
  const id = useId();
  const { data, error, isPending, refetch } = useReturnReasons();
  const reasons = data?.records ?? [];
  const wrong = errors.reasonId ? t.required : refused('reasonId');
  return (
    <FormSection title={t.title}>
      {isPending && (
        <p className={classes.waiting}>
          <Loader size="xs" aria-hidden /> {t.loading}
        </p>
      )}
      {error !== null && !data && <ErrorNote error={error} onRetry={() => void refetch()} compact />}
      {data && reasons.length === 0 && <p className={fields.hint}>{t.empty}</p>}
      <fieldset
        className={classes.reasons}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        data-wrong={wrong ? true : undefined}
      >
        <legend className={chips.legend}>
          {t.label} <span aria-hidden>*</span>
        </legend>
        {reasons.map(({ reasonId, title }) => (
          <label key={reasonId} className={chips.reason}>
            <input
              type="radio"
              name={`${id}-reason`}
              value={reasonId}
              checked={values.reasonId === reasonId}
              onChange={() => change({ reasonId })}
            />
            <span>{title || t.untitled(reasonId)}</span>
          </label>
        ))}
      </fieldset>
      {wrong && (
        <p id={`${id}-wrong`} className={chips.wrong} role="alert">
          <IconAlertCircle size={16} stroke={1.7} aria-hidden /> {wrong}
        </p>
      )}
    </FormSection>
  );
}
