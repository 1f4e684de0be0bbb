/** How long is left to the end of an order's window: late red, at risk amber, fine quiet. The sign says it without the colour. */
import { useAppConfig } from '#src/api/appConfig.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { Lateness } from '#src/domain/lateness.ts';
import { latenessOf } from '#src/domain/lateness.ts';
import { useText } from '#src/locales/language.tsx';
import type { Catalogue } from '#src/locales/ru.ts';
import classes from './badges.module.css';

type Windowed = Pick<DispatchOrder, 'open' | 'windowFrom' | 'windowTo'>;

type SlackTextProps = {
  lateness: Lateness;
  /** Signed minutes in words (`useFormat().slack`). */
  slack: (minutes: number) => string;
  words: Catalogue['orders']['slack'];
};

/** For long lists, where settings and words are looked up once for all rows. */
export function SlackText({ lateness: { band, slackMinutes }, slack, words }: SlackTextProps) {
  if (band === 'none' || slackMinutes === null) return null;
  const time = slack(slackMinutes);
  return (
    <span className={classes.slack} data-band={band} title={words[band](time)}>
      {time}
    </span>
  );
}

/** @param props.now epoch ms. Renders nothing when nothing is due: no window, or the order is over. */
export function SlackChip({ order, now }: { order: Windowed; now: number }) {
  const { atRiskMinutes } = useAppConfig();
  const { slack } = useFormat();
  const words = useText().orders.slack;
  return <SlackText lateness={latenessOf(order, now, atRiskMinutes)} slack={slack} words={words} />;
}
