/** The chosen courier's last position: how old and how exact it is, which order was in hand, when the next one is asked for. */
import { IconCurrentLocation } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { usePositionsFeed } from '#src/api/couriers.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { knownAccuracy } from '#src/components/map/AccuracyCircle.tsx';
import { isUnderWay } from '#src/components/map/positionsRound.ts';
import type { Position } from '#src/domain/courierState.ts';
import { positionBand } from '#src/domain/courierState.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { courierCardWords } from '#src/locales/courierCardWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { positionsWords } from '#src/locales/positionsWords.ts';
import classes from './CourierCardPosition.module.css';

type Props = {
  courierId: string;
  position: Position | null;
  onShow: (at: { point: LatLon | null }) => void;
};

/** Ticks each second by itself, so that nothing around it has to. */
export function CourierCardPosition({ courierId, position, onShow }: Props) {
  const t = useWords(courierCardWords).position;
  const { reason } = useWords(positionsWords);
  const { locale } = useText();
  const { ago } = useFormat();
  const client = useQueryClient();
  const { data: feed } = usePositionsFeed(client);
  const { data: orders } = useOrdersFeed(client);
  const now = useNow(1_000);
  const band = positionBand(position, now);
  const metres = position && knownAccuracy(position);
  const inHand = position?.orderId ? orders?.records.get(`ireca:${position.orderId}`) : undefined;
  const next =
    !feed || feed.nextAt === null
      ? null
      : feed.nextAt > now
        ? t.in(ago(feed.nextAt - now + 999))
        : isUnderWay(feed, now)
          ? t.now
          : null;
  const odd = feed?.records.get(`ireca:${courierId}`)?.quarantined;
  const why =
    odd && (odd.reason === 'future' ? reason.future(ago((odd.createdAt ?? now) - now)) : reason[odd.reason]);

  return (
    <dl className={classes.facts} data-band={band}>
      <div>
        <dt>{t.title}</dt>
        <dd>
          {position ? (
            <>
              <span className={classes.age} data-band={band}>
                {t.seen(ago(now - position.at))}
              </span>
              <button
                type="button"
                className={classes.locate}
                aria-label={t.show}
                title={t.show}
                onClick={() => onShow(position)}
              >
                <IconCurrentLocation size={15} stroke={1.7} aria-hidden />
              </button>
            </>
          ) : (
            t.never
          )}
        </dd>
        {band === 'ghost' && <dd className={classes.aside}>{t.ghost}</dd>}
      </div>
      {position && (
        <div>
          <dt>{t.accuracy}</dt>
          <dd data-accuracy={metres ?? 'unknown'}>
            {metres === null ? t.noAccuracy : t.metres(Math.round(metres).toLocaleString(locale))}
          </dd>
        </div>
      )}
      {inHand && (
        <div>
          <dt>{t.inHand}</dt>
          <dd>{inHand.number}</dd>
        </div>
      )}
      {next !== null && (
        <div>
          <dt>{t.next}</dt>
          <dd>{next}</dd>
        </div>
      )}
      {why && (
        <div className={classes.wide}>
          <dt>{t.setAside}</dt>
          <dd className={classes.doubt}>{why}</dd>
        </div>
      )}
    </dl>
  );
}
