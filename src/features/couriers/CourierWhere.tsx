/** Where the courier was last seen: how long ago, how exactly, with which order in hand; honest when nothing comes. */
import { IconAlertTriangle, IconMap2 } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { usePositionsFeed } from '#src/api/couriers.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Position } from '#src/domain/courierState.ts';
import { positionBand } from '#src/domain/courierState.ts';
import { mapAddress, orderAddress } from '#src/lib/paths.ts';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { positionsWords } from '#src/locales/positionsWords.ts';
import classes from './CourierSide.module.css';

type Props = { courierId: string; position: Position | null };

/** Ticks by itself, so that nothing around it has to. */
export function CourierWhere({ courierId, position }: Props) {
  const words = useWords(courierPageWords);
  const t = words.where;
  const { reason } = useWords(positionsWords);
  const { locale } = useText();
  const format = useFormat();
  const wordsOf = useErrorWords();
  const client = useQueryClient();
  const positions = usePositionsFeed(client);
  const { data: orders } = useOrdersFeed(client);
  const now = useNow(1_000);
  const band = positionBand(position, now);
  const metres = position !== null && (position.accuracy ?? 0) > 0 ? position.accuracy : null;
  const inHand = position?.orderId ? orders?.records.get(`ireca:${position.orderId}`) : undefined;
  const odd = positions.data?.records.get(`ireca:${courierId}`)?.quarantined;
  const why =
    odd &&
    (odd.reason === 'future'
      ? reason.future(format.ago(Math.max(0, (odd.createdAt ?? now) - now)))
      : reason[odd.reason]);
  const [problem] = positions.data?.problems ?? [];
  const failed = positions.error
    ? [t.failed, wordsOf(positions.error).advice]
    : problem && [t.failed, t.since(format.time(problem.since)), problem.message];
  return (
    <section className={classes.card} aria-labelledby="courier-where" data-band={band}>
      <header className={classes.cardHead}>
        <h3 id="courier-where">{t.title}</h3>
        <Link className={classes.go} to={mapAddress(courierId)}>
          <IconMap2 size={15} stroke={1.7} aria-hidden />
          {words.links.map}
        </Link>
      </header>
      {!positions.data && !positions.error ? (
        <p className={classes.quiet} role="status">
          {t.reading}
        </p>
      ) : (
        <p className={classes.seen} data-band={band}>
          {position && <strong>{t.seen(format.ago(Math.max(0, now - position.at)))}</strong>}
          <span className={classes.band}>{t.band[band]}</span>
        </p>
      )}
      {position && (
        <p className={classes.quiet}>
          {[
            t.at(band === 'ghost' ? format.dateTime(position.at) : format.timeSeconds(position.at)),
            metres !== null && t.accuracy(Math.round(metres).toLocaleString(locale)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {inHand && (
        <p className={classes.quiet}>
          <Link to={orderAddress(inHand.system, inHand.id)}>{t.inHand(inHand.number)}</Link>
        </p>
      )}
      {why && (
        <p className={classes.warning}>
          <IconAlertTriangle size={15} stroke={1.8} aria-hidden />
          {`${t.setAside}: ${why}`}
        </p>
      )}
      {failed && (
        <p className={classes.warning} role="status">
          <IconAlertTriangle size={15} stroke={1.8} aria-hidden />
          {failed.filter(Boolean).join('. ')}
        </p>
      )}
    </section>
  );
}
