/** «Просмотрено»: marks one error of a till as looked at, and takes the mark back. */
import { IconSquare, IconSquareCheckFilled } from '@tabler/icons-react';
import type { DeviceError } from '#src/domain/deviceErrors.ts';
import { deviceErrorsWords } from '#src/locales/deviceErrorsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { useSeenMarks } from './seenErrors.ts';
import classes from './SeenButton.module.css';

type SeenButtonProps = {
  error: DeviceError;
  seen: boolean;
  /** In a table, where → walks to it. */
  tabIndex?: number;
  onMark?: (key: string) => void;
};

export function SeenButton({ error, seen, tabIndex, onMark }: SeenButtonProps) {
  const t = useWords(deviceErrorsWords).seen;
  const { mark, unmark } = useSeenMarks();
  const what = error.errorText || error.errorCode || error.serialNumber;
  const press = () => {
    onMark?.(error.key);
    if (seen) unmark([error.key]);
    else mark([error.key]);
  };
  return (
    <button
      type="button"
      className={classes.button}
      aria-pressed={seen}
      aria-label={t.markLabel(what)}
      title={seen ? t.unmark : undefined}
      tabIndex={tabIndex}
      onClick={press}
    >
      {seen ? (
        <IconSquareCheckFilled size={16} aria-hidden />
      ) : (
        <IconSquare size={16} stroke={1.6} aria-hidden />
      )}
      <span>{t.mark}</span>
    </button>
  );
}
