/** A delivery window: day, from, to, in the configured zone (which is named once). */
import { useFormat } from '#src/components/format/useFormat.ts';
import type { TypedWindow } from '#src/domain/deliveryWindow.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { DayField } from './DayField.tsx';
import { TimeField } from './TimeField.tsx';
import classes from './WindowFields.module.css';
import { daysLater, laterBy, minutesOf, tidyTime, windowLength } from './typedTime.ts';

export type WindowFieldsProps = {
  value: TypedWindow;
  onChange: (value: TypedWindow) => void;
  errors?: { day?: string | null; from?: string | null; to?: string | null };
  required?: boolean;
  disabled?: boolean;
};

const HOUR = 60;
/** Lengths offered with one click, minutes. */
const LENGTHS = [1 * HOUR, 2 * HOUR, 3 * HOUR] as const;

export function WindowFields({ value, onChange, errors = {}, required, disabled }: WindowFieldsProps) {
  const t = useWords(formWords).window;
  const format = useFormat();
  const change = (part: Partial<TypedWindow>) => onChange({ ...value, ...part });
  const today = () => format.dayKey(Date.now());
  const minutes = windowLength(tidyTime(value.from), tidyTime(value.to));
  const overMidnight = minutes !== null && tidyTime(value.to) < tidyTime(value.from);

  // A window that is moved keeps its length.
  const moveFrom = (from: string) => {
    const to = minutes === null || minutesOf(from) === null ? null : laterBy(from, minutes);
    change(to === null ? { from } : { from, to });
  };
  const nextHour = () => {
    const now = Date.now();
    const start = Math.ceil(now / 3_600_000) * 3_600_000;
    const from = format.time(start);
    onChange({ day: format.dayKey(start), from, to: laterBy(from, HOUR) ?? '' });
  };

  return (
    <div className={classes.window} role="group" aria-label={t.legend}>
      <div className={classes.fields}>
        <DayField
          label={t.day}
          name="day"
          value={value.day}
          onChange={(day) => change({ day })}
          error={errors.day}
          required={required}
          disabled={disabled}
        />
        <TimeField
          label={t.from}
          name="from"
          value={value.from}
          onChange={moveFrom}
          error={errors.from}
          required={required}
          disabled={disabled}
        />
        <TimeField
          label={t.to}
          name="to"
          value={value.to}
          onChange={(to) => change({ to })}
          error={errors.to}
          required={required}
          disabled={disabled}
        />
      </div>
      <div className={classes.below}>
        <Quick label={t.quickDay}>
          <QuickButton disabled={disabled} onClick={() => change({ day: today() })}>
            {t.today}
          </QuickButton>
          <QuickButton disabled={disabled} onClick={() => change({ day: daysLater(today(), 1) })}>
            {t.tomorrow}
          </QuickButton>
        </Quick>
        <Quick label={t.quickTime}>
          <QuickButton disabled={disabled} onClick={nextHour}>
            {t.nextHour}
          </QuickButton>
          {LENGTHS.map((length) => (
            <QuickButton
              key={length}
              disabled={disabled || minutesOf(tidyTime(value.from)) === null}
              label={t.longHint(length)}
              pressed={minutes === length}
              onClick={() => {
                const from = tidyTime(value.from);
                change({ from, to: laterBy(from, length) ?? value.to });
              }}
            >
              {t.long(length)}
            </QuickButton>
          ))}
        </Quick>
        <p className={classes.note} aria-live="polite">
          {t.zone(format.zoneName())}
          {minutes !== null && ` · ${t.long(minutes)}`}
          {overMidnight && value.day !== '' && (
            <strong> · {t.endsTomorrow(dayWords(daysLater(value.day, 1), format.date))}</strong>
          )}
        </p>
      </div>
    </div>
  );
}

/** Noon in GMT is that same day in all zones but the farthest; the words are of the calendar alone. */
const dayWords = (day: string, date: (ms: number) => string) => {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(noon) ? day : date(noon);
};

function Quick({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={classes.quick} role="group" aria-label={label}>
      {children}
    </div>
  );
}

type QuickButtonProps = {
  onClick: () => void;
  children: React.ReactNode;
  disabled?: boolean;
  label?: string;
  pressed?: boolean;
};

function QuickButton({ onClick, children, disabled, label, pressed }: QuickButtonProps) {
  return (
    <button
      type="button"
      className={classes.chip}
      disabled={disabled}
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
