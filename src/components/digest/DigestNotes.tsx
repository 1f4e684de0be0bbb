/** What the groups leave out on purpose: one's own deeds, finished orders that are no longer listed. */
import type { Digest } from '#src/domain/digest.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './DigestPanel.module.css';

export function DigestNotes({ digest: { own, archived } }: { digest: Digest }) {
  const t = useWords(digestWords);
  if (own === 0 && archived === 0) return null;
  return (
    <p className={classes.notes}>
      {own > 0 && <span>{t.ownLeft(own)}</span>} {archived > 0 && <span>{t.archived(archived)}</span>}
    </p>
  );
}
