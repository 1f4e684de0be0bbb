/** New errors of tills of couriers on shift, as they stood when the panel was opened: nothing moves under the hand. */
import { IconArrowRight } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { deviceErrorsAddress } from '#src/lib/paths.ts';
import { deviceErrorsWords } from '#src/locales/deviceErrorsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { ErrorLine } from './ErrorLine.tsx';
import { useSeenErrors, useSeenMarks } from './seenErrors.ts';
import { useDeviceErrors, useUnseenErrors } from './useUnseenErrors.ts';
import classes from './ErrorsPanel.module.css';

/** More than anybody reads in a panel; the page has them all. */
const MOST = 30;

export function ErrorsPanel({ onLeave }: { onLeave: () => void }) {
  const t = useWords(deviceErrorsWords);
  const { errors } = useDeviceErrors();
  const { calling } = useUnseenErrors();
  const { directory, shiftsKnown } = useCourierDirectory();
  const orders = useOrdersFeed(useQueryClient()).data?.records;
  const seen = useSeenErrors();
  const { mark, unmark } = useSeenMarks();
  const [held, hold] = useState(() => new Set(calling.map(({ key }) => key)));
  const [marked, setMarked] = useState<string[]>([]);

  const listed = errors.filter(({ key }) => held.has(key));
  const came = calling.filter(({ key }) => !held.has(key));
  const fresh = listed.filter(({ key }) => !seen.has(key)).map(({ key }) => key);
  const undoable = marked.length > 0 && fresh.length === 0;
  const markAll = () => {
    mark(fresh);
    setMarked(fresh);
  };
  const undo = () => {
    unmark(marked);
    setMarked([]);
  };
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <h2>{t.panel.title}</h2>
        <button
          type="button"
          className={classes.all}
          disabled={!undoable && fresh.length === 0}
          onClick={undoable ? undo : markAll}
        >
          {undoable ? t.seen.undo : t.seen.all}
        </button>
      </div>
      <p className={classes.lead}>{shiftsKnown ? t.panel.lead : t.panel.shiftsUnknown}</p>
      {came.length > 0 && (
        <button
          type="button"
          className={classes.came}
          onClick={() => hold(new Set([...held, ...came.map(({ key }) => key)]))}
        >
          {t.panel.came(came.length)}
        </button>
      )}
      <ul className={classes.lines}>
        {listed.slice(0, MOST).map((error) => (
          <ErrorLine
            key={error.key}
            error={error}
            seen={seen.has(error.key)}
            courier={directory?.byId.get(error.courierId ?? '')?.title || t.courier(error.courierId ?? '')}
            order={orders?.get(`ireca:${error.orderId}`)?.number ?? error.orderId ?? ''}
            onLeave={onLeave}
          />
        ))}
      </ul>
      <div className={classes.foot}>
        {listed.length > MOST && <span>{t.panel.more(listed.length - MOST)}</span>}
        <Link to={deviceErrorsAddress()} onClick={onLeave}>
          {t.panel.all}
          <IconArrowRight size={14} stroke={1.8} aria-hidden />
        </Link>
      </div>
    </div>
  );
}
