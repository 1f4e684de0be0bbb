/** Why orders are cancelled, from iRECA's list: all reasons in sight, one click or the arrows. */
import { Button, Loader } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useId } from 'react';
import { useReturnReasons } from '#src/api/references.ts';
import chips from '#src/components/form/reasonChips.module.css';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './ReasonChoice.module.css';

type ReasonChoiceProps = {
  ref?: Ref<HTMLFieldSetElement>;
  value: string | null;
  onChange: (reasonId: string) => void;
  /** Asked to cancel without a reason: says so at its place. */
  missing: boolean;
};

export function ReasonChoice({ ref, value, onChange, missing }: ReasonChoiceProps) {
  const t = useText().commands.cancel;
  const retry = useText().commands.retry;
  const errorWords = useErrorWords();
  const id = useId();
  const { data, error, isPending, isFetching, refetch } = useReturnReasons();
  const reasons = data?.records ?? [];
  return (
    <fieldset
      ref={ref}
      className={classes.choice}
      aria-describedby={missing ? `${id}-error` : undefined}
      data-wrong={missing || undefined}
    >
      <legend className={chips.legend}>
        {t.reason} <span aria-hidden>*</span>
      </legend>
      {isPending && (
        <p className={classes.state}>
          <Loader size="xs" /> {t.reasonsLoading}
        </p>
      )}
      {error !== null && data === undefined && (
        <div className={classes.state} role="alert">
          <span>
            <strong>{t.reasonsFailed}.</strong> {errorWords(error).advice}
          </span>
          <Button size="xs" variant="default" loading={isFetching} onClick={() => void refetch()}>
            {retry}
          </Button>
        </div>
      )}
      {data !== undefined && reasons.length === 0 && <p className={classes.state}>{t.reasonsEmpty}</p>}
      {reasons.length > 0 && (
        <div className={classes.reasons}>
          {reasons.map(({ reasonId, title }, index) => (
            <label key={reasonId} className={chips.reason}>
              <input
                type="radio"
                name={`${id}-reason`}
                value={reasonId}
                checked={value === reasonId}
                aria-invalid={missing || undefined}
                data-autofocus={(value === null ? index === 0 : value === reasonId) || undefined}
                onChange={() => onChange(reasonId)}
              />
              <span>{title || t.untitled(reasonId)}</span>
            </label>
          ))}
        </div>
      )}
      {missing && (
        <p id={`${id}-error`} className={`${chips.wrong} ${classes.error}`} role="alert">
          <IconAlertCircle size={16} stroke={1.7} aria-hidden />
          {t.reasonRequired}
        </p>
      )}
    </fieldset>
  );
}
