/** One order of the digest: its number leads to its card; what became of it, when, and by whom. */
import { memo } from 'react';
import { Link } from 'react-router';
import { useOrderLink } from '#src/components/map/useOrderLink.ts';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import { StatusLabel } from '#src/components/orders/StatusBadge.tsx';
import type { DigestEntry, DigestGroup } from '#src/domain/digest.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { EntryWords } from './useEntryWords.ts';
import classes from './DigestRow.module.css';

type Props = {
  entry: DigestEntry;
  /** In whose list it stands. */
  group: DigestGroup;
  wordsOf: (entry: DigestEntry, group: DigestGroup) => EntryWords;
  onFollow?: (() => void) | undefined;
};

export const DigestRow = memo(function DigestRow({ entry, group, wordsOf, onFollow }: Props) {
  const t = useWords(digestWords);
  const link = useOrderLink(entry);
  const { statuses, changes, late, courier, doer, when } = wordsOf(entry, group);
  const said = [...changes, ...(late === null ? [] : [late])];
  return (
    <li className={classes.row} data-key={entry.key}>
      <div className={classes.head}>
        <Link className={classes.number} {...link} onClick={onFollow}>
          {entry.number}
        </Link>
        <SystemBadge system={entry.system} />
        <span className={classes.path}>
          {statuses.map(({ title, stage, when: at }, index) => (
            <span key={index} className={classes.point}>
              {index > 0 && (
                <span className={classes.arrow} aria-hidden>
                  {t.arrow}
                </span>
              )}
              <StatusLabel stage={stage} title={title} />
              {at !== null && statuses.length > 2 && <small>{at}</small>}
            </span>
          ))}
        </span>
        <time className={classes.when}>{when}</time>
      </div>
      {said.length > 0 && (
        <p
          className={classes.said}
          data-late={late !== null && entry.late?.ended === 'still' ? '' : undefined}
        >
          {said.join(t.dot)}
        </p>
      )}
      <p className={classes.rest}>
        {[entry.order?.address ?? t.entry.notListed, courier, doer].filter((part) => part !== '').join(t.dot)}
      </p>
    </li>
  );
});
