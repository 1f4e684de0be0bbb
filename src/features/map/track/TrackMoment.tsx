/** What is known of the moment that the slider stands at: the last fix by then, how old it was, the order and its status. */
import { Link } from 'react-router';
import { useFormat } from '#src/components/format/useFormat.ts';
import { isOldFix } from '#src/components/map/trackShape.ts';
import { useTrackTitles } from '#src/components/map/useTrackTitles.ts';
import type { Track } from '#src/domain/courierTrack.ts';
import { fixAt } from '#src/domain/courierTrack.ts';
import { orderAddress } from '#src/lib/paths.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { trackWords } from '#src/locales/trackWords.ts';
import classes from './TrackPanel.module.css';

/** @param props.at epoch ms. */
export function TrackMoment({ track, at }: { track: Track; at: number }) {
  const t = useWords(trackWords);
  const { locale } = useText();
  const { timeSeconds, ago } = useFormat();
  const { orderNumber, statusTitle } = useTrackTitles();
  const fix = fixAt(track, at);
  if (!fix) return null;
  const { orderId, deliveryStatusId, accuracy } = fix;
  const age = at - fix.at;
  return (
    <dl className={classes.moment} aria-label={t.moment} data-track-moment={fix.at}>
      <dt>{t.position}</dt>
      <dd>
        {timeSeconds(fix.at)}
        {isOldFix(age) && <strong className={classes.old}>{t.earlier(ago(age))}</strong>}
        <span className={classes.quiet}>
          {accuracy === null ? t.accuracyUnknown : t.accuracy(Math.round(accuracy).toLocaleString(locale))}
        </span>
      </dd>
      <dt>{t.inHand}</dt>
      <dd>
        {orderId === null ? (
          <span className={classes.quiet}>{t.noOrder}</span>
        ) : (
          <>
            <Link to={orderAddress('ireca', orderId)}>{orderNumber(orderId)}</Link>
            <span>{deliveryStatusId === null ? t.noStatus : statusTitle(deliveryStatusId)}</span>
          </>
        )}
      </dd>
    </dl>
  );
}
