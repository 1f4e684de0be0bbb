/** How long is left to the end of an order's window: late red, at risk amber, fine quiet. The sign says it without the colour. */
import { useAppConfig } from '#src/api/appConfig.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { latenessOf } from '#src/domain/lateness.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './badges.module.css';

type Windowed = Pick<DispatchOrder, 'open' | 'windowFrom' | 'windowTo'>;

/** @param props.now epoch ms. Renders nothing when nothing is due: no window, or the order is over. */
export function SlackChip({ order, now }: { order: Windowed; now: number }) {
  const { atRiskMinutes } = useAppConfig();
  const { slack } = useFormat();
  const t = useText().orders.slack;
  const { band, slackMinutes } = latenessOf(order, now, atRiskMinutes);
  if (band === 'none' || slackMinutes === null) return null;
  const time = slack(slackMinutes);
  return (
    <span className={classes.slack} data-band={band} title={t[band](time)}>
      {time}
    </span>
  );
}
