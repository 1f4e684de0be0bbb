/** What a stop or a fix of a track says when it is pointed at. */
import { useFormat } from '#src/components/format/useFormat.ts';
import type { TrackPoint } from '#src/domain/courierTrack.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { trackWords } from '#src/locales/trackWords.ts';
import classes from './MapTip.module.css';
import type { TrackSpot } from './trackShape.ts';
import { useTrackTitles } from './useTrackTitles.ts';

export function TrackTip({ spot }: { spot: TrackSpot }) {
  return (
    <div className={classes.body} data-track-tip={spot.kind}>
      {spot.kind === 'stop' ? <StopWords spot={spot} /> : <FixWords spot={spot} />}
    </div>
  );
}

function StopWords({ spot: { stops } }: { spot: Extract<TrackSpot, { kind: 'stop' }> }) {
  const t = useWords(trackWords);
  const { time, ago } = useFormat();
  const { orderNumber } = useTrackTitles();
  return (
    <>
      <div className={classes.quiet}>{t.stop}</div>
      {stops.map(({ from, to, orderIds }) => (
        <div key={from}>
          <span className={classes.number}>{t.hours(time(from), time(to))}</span> · {ago(to - from)}
          {orderIds.length > 0 && <div>{orderIds.map((id) => t.order(orderNumber(id))).join(', ')}</div>}
        </div>
      ))}
    </>
  );
}

function FixWords({ spot }: { spot: Extract<TrackSpot, { kind: 'fix' }> }) {
  const t = useWords(trackWords);
  const { locale } = useText();
  const { timeSeconds, ago } = useFormat();
  const { fix, what, gapBefore, gapAfter } = spot;
  return (
    <>
      <div className={classes.number}>{timeSeconds(fix.at)}</div>
      <FixOrder fix={fix} />
      {what && <div className={classes.quiet}>{t.changed[what]}</div>}
      {gapBefore > 0 && <div className={classes.quiet}>{t.gapBefore(ago(gapBefore))}</div>}
      {gapAfter > 0 && <div className={classes.quiet}>{t.gapAfter(ago(gapAfter))}</div>}
      <div className={classes.quiet}>
        {fix.accuracy === null
          ? t.accuracyUnknown
          : t.accuracy(Math.round(fix.accuracy).toLocaleString(locale))}
      </div>
    </>
  );
}

function FixOrder({ fix: { orderId, deliveryStatusId } }: { fix: TrackPoint }) {
  const t = useWords(trackWords);
  const { orderNumber, statusTitle } = useTrackTitles();
  if (orderId === null) return <div>{t.noOrder}</div>;
  return (
    <div>
      {t.order(orderNumber(orderId))} ·{' '}
      {deliveryStatusId === null ? t.noStatus : statusTitle(deliveryStatusId)}
    </div>
  );
}
