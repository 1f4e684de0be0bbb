/** Copies what engineers call a record, for a letter to them. Stands at the end of a row. */
import { useClipboard } from '@mantine/hooks';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import type { QualitySubject } from '#src/domain/dataQuality.ts';
import { useWords } from '#src/locales/language.tsx';
import { qualityWords } from '#src/locales/qualityWords.ts';
import { keyOf } from './useFindingWords.ts';
import classes from './quality.module.css';

const SAID_MS = 1600;

export function CopyKey({ subject }: { subject: QualitySubject }) {
  const t = useWords(qualityWords);
  const { copy, copied, error } = useClipboard({ timeout: SAID_MS });
  const key = keyOf(subject);
  if (key === '') return null;
  const Icon = copied ? IconCheck : error ? IconAlertTriangle : IconCopy;
  const said = copied ? t.copied(key) : error ? t.notCopied(key) : t.copyKey(key);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.copy}
      aria-label={said}
      title={said}
      onClick={() => copy(key)}
    >
      <Icon size={16} stroke={1.7} aria-hidden />
    </button>
  );
}
