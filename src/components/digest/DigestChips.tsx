/** Counters of the groups: each shows its own group alone. */
import type { Digest, DigestGroup } from '#src/domain/digest.ts';
import { DIGEST_GROUPS } from '#src/domain/digest.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './DigestChips.module.css';

type Props = { digest: Digest; only: DigestGroup | null; onChoose: (group: DigestGroup | null) => void };

export function DigestChips({ digest, only, onChoose }: Props) {
  const t = useWords(digestWords);
  const chip = (group: DigestGroup | null, title: string, count: number) => (
    <button
      key={title}
      type="button"
      className={classes.chip}
      data-group={group ?? undefined}
      data-none={count === 0 || undefined}
      aria-pressed={only === group}
      onClick={() => onChoose(group)}
    >
      {title} <b>{count}</b>
    </button>
  );
  return (
    <div className={classes.chips} role="group" aria-label={t.filter}>
      {chip(null, t.all, digest.total)}
      {DIGEST_GROUPS.map((group) => chip(group, t.group[group], digest.groups[group].length))}
    </div>
  );
}
