/** Copies what engineers call a record, for a letter to them. Stands at the end of a row. */
import classes from '#src/components/buttons/iconButton.module.css';
import { CopyButton } from '#src/components/copy/CopyButton.tsx';
import type { QualitySubject } from '#src/domain/dataQuality.ts';
import { useWords } from '#src/locales/language.tsx';
import { qualityWords } from '#src/locales/qualityWords.ts';
import { keyOf } from './useFindingWords.ts';

export function CopyKey({ subject }: { subject: QualitySubject }) {
  const t = useWords(qualityWords);
  const key = keyOf(subject);
  return key === '' ? null : (
    <CopyButton look="plain" className={classes.button} tabIndex={-1} text={key} what={t.keyNamed(key)} />
  );
}
