/** The frame of a card, the same in the drawer and on a page: head with its deeds, the glance, the parts, the story. */
import type { ReactNode } from 'react';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { StatusBadge } from '#src/components/orders/StatusBadge.tsx';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import '#src/components/print/printRoot.css';
import edge from '#src/components/orders/lateEdge.module.css';
import { problemWords } from '#src/components/orders/problemWords.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { CardDeeds } from './CardDeeds.tsx';
import { CardGlance, CardRemarks } from './CardGlance.tsx';
import { useCardBand } from './useCardBand.ts';
import classes from './CardFrame.module.css';
import head from './CardHead.module.css';

/** A word beside the status: `tone` says how it is meant. */
export type Flag = { words: string; tone: 'ok' | 'risk' | 'quiet' };

export type CardFrameProps = {
  order: DispatchOrder;
  /** The feed holds this order. */
  listed: boolean;
  headingId: string;
  /** Stands at the end of the first line: the ways out. */
  ways: ReactNode;
  /** Something of the order is being read. */
  busy: boolean;
  flags: readonly Flag[];
  toCollect: number | null;
  /** Lines for copying. */
  goods: readonly string[];
  /** A failed reading: what was read before stays. */
  trouble: { error: unknown; retry: () => void } | null;
  /** The whole order in parts; null while it is not known. */
  parts: ReactNode;
  /** It was asked for and is not there. */
  gone: boolean;
  story: ReactNode;
};

export function CardFrame(props: CardFrameProps) {
  const { order, headingId, flags, parts, trouble, gone } = props;
  const words = useWords(orderWords);
  const { directory } = useCourierDirectory();
  const problems = problemWords(order, directory, useText().orders.problems);
  const band = useCardBand(order);
  return (
    <article className={classes.card} aria-labelledby={headingId} data-print-root>
      <div className={`${head.head} ${edge.edge}`} data-band={band}>
        <div className={head.headLine}>
          <SystemBadge system={order.system} />
          <h2 id={headingId} className={head.number}>
            {order.number}
          </h2>
          <span className={head.status}>
            <StatusBadge order={order} />
          </span>
          {flags.map(({ words: said, tone }) => (
            <span key={said} className={head.flag} data-tone={tone}>
              {said}
            </span>
          ))}
          <span className={head.ways}>{props.ways}</span>
        </div>
        <CardDeeds order={order} listed={props.listed} goods={props.goods} />
        <div className={head.progress} role="status" aria-label={props.busy ? words.updating : undefined}>
          {props.busy && <span aria-hidden />}
        </div>
      </div>
      <div className={classes.scroll} data-card-scroll tabIndex={-1}>
        <CardGlance order={order} toCollect={props.toCollect} />
        <CardRemarks order={order} problems={problems} />
        {gone && (
          <p className={classes.gone} role="note">
            {words.unknown.gone}
          </p>
        )}
        {trouble && (
          <div className={classes.trouble}>
            <ErrorNote error={trouble.error} onRetry={trouble.retry} compact={parts !== null} />
          </div>
        )}
        <div className={classes.columns}>
          <div className={classes.main}>{parts ?? (!trouble && !gone && <PartsToCome />)}</div>
          <aside className={classes.aside} data-screen-only>
            {props.story}
          </aside>
        </div>
      </div>
    </article>
  );
}

/** Lines where the parts will stand. */
function PartsToCome() {
  const t = useWords(orderWords);
  return (
    <div className={classes.skeleton} role="status" aria-label={t.loading}>
      {[72, 48, 86, 60, 40, 78].map((width) => (
        <span key={width} style={{ width: `${width}%` }} aria-hidden />
      ))}
    </div>
  );
}
