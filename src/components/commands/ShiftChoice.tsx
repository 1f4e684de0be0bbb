/** By how much windows are moved: one click, or the arrows. */
import { useId } from 'react';
import chips from '#src/components/form/reasonChips.module.css';
import { deedsWords } from '#src/locales/deedsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './ReasonChoice.module.css';

/** Minutes. Later far more often than earlier: the courier is late, or the client asks to wait. */
const SHIFTS = [-60, -30, 15, 30, 60, 120, 180] as const;

type ShiftChoiceProps = { value: number; onChange: (minutes: number) => void };

export function ShiftChoice({ value, onChange }: ShiftChoiceProps) {
  const t = useWords(deedsWords).reschedule;
  const id = useId();
  return (
    <fieldset className={classes.choice}>
      <legend className={chips.legend}>{t.by}</legend>
      <div className={classes.reasons}>
        {SHIFTS.map((minutes) => (
          <label key={minutes} className={chips.reason}>
            <input
              type="radio"
              name={`${id}-shift`}
              value={minutes}
              checked={value === minutes}
              data-autofocus={value === minutes || undefined}
              onChange={() => onChange(minutes)}
            />
            <span>{t.shift(minutes)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
