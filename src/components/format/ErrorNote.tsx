/** A failure in words: what failed, in whose system, what to do, and «Повторить». */
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './ErrorNote.module.css';

/** `error` is what a query or mutation threw; without `onRetry` there is no button. */
export function ErrorNote({
  error,
  onRetry,
  compact,
}: {
  error: unknown;
  onRetry?: () => void;
  compact?: boolean;
}) {
  const words = useErrorWords()(error);
  const t = useText().errors;
  return (
    <div className={classes.note} data-compact={compact || undefined} role="alert">
      <IconAlertTriangle size={compact ? 16 : 22} stroke={1.7} aria-hidden />
      <div className={classes.words}>
        <strong>{words.title}</strong>
        <span>{words.advice}</span>
        {words.said && <q>{words.said}</q>}
      </div>
      {onRetry && (
        <Button variant="default" size="xs" onClick={onRetry}>
          {t.retry}
        </Button>
      )}
    </div>
  );
}
