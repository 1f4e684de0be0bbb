/** The groups of a digest, each a list with a way to its orders. What is under the hand does not move. */
import { IconArrowNarrowRight, IconRefresh } from '@tabler/icons-react';
import { useId, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useNow } from '#src/components/board/useNow.ts';
import type { Digest, DigestEntry, DigestGroup } from '#src/domain/digest.ts';
import { DIGEST_GROUPS } from '#src/domain/digest.ts';
import { sameDigest } from '#src/domain/digestSame.ts';
import { ordersAddress } from '#src/lib/paths.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { DigestRow } from './DigestRow.tsx';
import { useEntryWords } from './useEntryWords.ts';
import { useStill } from './useStill.ts';
import classes from './DigestLists.module.css';

const MINUTE_MS = 60_000;

type Props = {
  digest: Digest;
  /** Another text: something else is looked at. */
  asked: string;
  /** Null = all of them. */
  only?: DigestGroup | null;
  /** So many rows of a group at first, and more at a press. */
  page: number;
  /** A link to an order, or to the table, was followed. */
  onFollow?: () => void;
};

export function DigestLists({ digest, asked, only = null, page, onFollow }: Props) {
  const t = useWords(digestWords);
  const { shown = digest, isOld, renew, hand } = useStill(digest, asked, sameDigest);
  const more = digest.total - shown.total;
  const groups = DIGEST_GROUPS.filter((group) =>
    only === null ? shown.groups[group].length > 0 : group === only,
  );
  return (
    // The button belongs to the list: on the way to it nothing may change under the hand.
    <div className={classes.lists} {...hand}>
      {isOld && (
        <button type="button" className={classes.renew} onClick={renew}>
          <IconRefresh size={14} stroke={1.8} aria-hidden />
          {more > 0 ? t.came(more) : t.cameSome}
        </button>
      )}
      <div>
        {groups.map((group) => (
          <Group
            key={`${asked} ${group}`}
            group={group}
            entries={shown.groups[group]}
            page={page}
            onFollow={onFollow}
          />
        ))}
      </div>
    </div>
  );
}

type GroupProps = {
  group: DigestGroup;
  entries: readonly DigestEntry[];
  page: number;
  onFollow?: (() => void) | undefined;
};

function Group({ group, entries, page, onFollow }: GroupProps) {
  const t = useWords(digestWords);
  const heading = useId();
  const wordsOf = useEntryWords(useNow(MINUTE_MS));
  const [limit, setLimit] = useState(page);
  const rest = entries.length - limit;
  return (
    <section className={classes.group} data-group={group} aria-labelledby={heading}>
      <header className={classes.title}>
        <h3 id={heading}>
          {t.group[group]} <span className={classes.count}>{entries.length}</span>
        </h3>
        <ToTable group={group} entries={entries} onFollow={onFollow} />
      </header>
      <p className={classes.hint}>{t.hint[group]}</p>
      {entries.length === 0 ? (
        <p className={classes.none}>{t.nothingInGroup}</p>
      ) : (
        <ul className={classes.rows}>
          {entries.slice(0, limit).map((entry) => (
            <DigestRow key={entry.key} entry={entry} group={group} wordsOf={wordsOf} onFollow={onFollow} />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <>
          <button
            type="button"
            className={classes.more}
            onClick={() => setLimit(limit + Math.max(page, 100))}
          >
            {t.more(Math.min(rest, Math.max(page, 100)))}
          </button>
          <p className={classes.onScreen}>{t.shift.moreOnScreen(rest)}</p>
        </>
      )}
    </section>
  );
}

/** Counters of the orders screen that show what such a group is about. */
const VIEW: Partial<Record<DigestGroup, string>> = { cancelled: 'cancelled', late: 'late' };

/** To the table of orders: the counter of this group where there is one, and these very orders, selected. */
function ToTable({ group, entries, onFollow }: Omit<GroupProps, 'page'>) {
  const t = useWords(digestWords);
  const navigate = useNavigate();
  const listed = useMemo(() => entries.flatMap(({ order }) => (order ? [order.key] : [])), [entries]);
  const view = VIEW[group];
  return (
    <span className={classes.ways}>
      {view !== undefined && (
        <Link className={classes.way} to={ordersAddress({ view })} onClick={onFollow}>
          {t.inTable}
          <IconArrowNarrowRight size={14} stroke={1.8} aria-hidden />
        </Link>
      )}
      {listed.length > 0 && (
        <button
          type="button"
          className={classes.way}
          title={t.selectHint}
          onClick={() => {
            useBoardStore.getState().select(listed, null);
            onFollow?.();
            void navigate(ordersAddress({ view: 'all' }));
          }}
        >
          {t.select(listed.length)}
        </button>
      )}
    </span>
  );
}
