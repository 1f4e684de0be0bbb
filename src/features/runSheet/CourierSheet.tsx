/** One courier's sheet: who, when, which doors in which order, what to collect. Black on white, also on screen. */
import { useAppConfig } from '#src/api/appConfig.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Courier } from '#src/domain/courierDirectory.ts';
import type { SheetOrder } from '#src/domain/runSheet.ts';
import { sheetTotals } from '#src/domain/runSheet.ts';
import { wallText } from '#src/domain/orderExport.ts';
import { parseGmt } from '#src/lib/dates.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import classes from './CourierSheet.module.css';

/** `pending`: its goods are still being read. */
type Line = SheetOrder & { pending: boolean };

type CourierSheetProps = { courier: Courier; place: { n: number; of: number }; orders: readonly Line[] };

export function CourierSheet({ courier, place, orders }: CourierSheetProps) {
  const t = useWords(exchangeWords).sheet;
  const { phone, dayKey, time, zoneName, money } = useFormat();
  const { timeZone } = useAppConfig();
  const now = useNow(60_000);
  const totals = sheetTotals(orders);
  const day = wallText(parseGmt(`${dayKey(now)} 00:00:00`) ?? now);
  return (
    <article className={classes.sheet} data-courier={courier.courierId}>
      <header className={classes.head}>
        <h3>{t.heading(courier.title)}</h3>
        <p>
          {courier.phone !== '' && <span>{phone(courier.phone)}</span>}
          <strong>{day}</strong>
          <span title={timeZone}>{t.zone(zoneName())}</span>
          <span>{t.orders(orders.length)}</span>
          {place.of > 1 && <span>{t.sheetOf(place.n, place.of)}</span>}
          <span>{t.printed(time(now))}</span>
        </p>
      </header>
      {orders.length === 0 ? (
        <p>{t.noOrders}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t.heads.n}</th>
              <th scope="col">{t.heads.window}</th>
              <th scope="col">{t.heads.order}</th>
              <th scope="col">{t.heads.address}</th>
              <th scope="col">{t.heads.goods}</th>
              <th scope="col" className={classes.sum}>
                {t.heads.collect}
              </th>
              <th scope="col">{t.heads.sign}</th>
            </tr>
          </thead>
          <tbody>
            {orders.map((line, index) => (
              <OrderLine key={line.order.key} line={line} n={index + 1} />
            ))}
          </tbody>
        </table>
      )}
      <footer className={classes.foot}>
        <p>
          <strong>
            {t.totals}: {t.orders(totals.orders)}
          </strong>
          <span>
            {t.totalCash}: <b>{money(totals.cash)}</b>
          </span>
          {totals.card > 0 && (
            <span>
              {t.totalCard}: <b>{money(totals.card)}</b>
            </span>
          )}
          {totals.unknown > 0 && (
            <span>
              {t.totalUnknown}: <b>{money(totals.unknown)}</b>
            </span>
          )}
          {totals.back > 0 && (
            <span>
              {t.totalBack}: <b>{money(totals.back)}</b>
            </span>
          )}
        </p>
        <p className={classes.signatures}>
          <span>{t.signature}</span>
          <span>{t.dispatcher}</span>
        </p>
      </footer>
    </article>
  );
}

function OrderLine({ line, n }: { line: Line; n: number }) {
  const t = useWords(exchangeWords).sheet;
  const text = useText().orders;
  const { date, time, phone, money } = useFormat();
  const { order, goods, collect, cash, warehouses } = line;
  const { windowFrom, windowTo } = order;
  const windowText =
    windowFrom !== null && windowTo !== null
      ? `${time(windowFrom)}–${time(windowTo)}`
      : windowTo !== null
        ? t.until(time(windowTo))
        : t.noWindow;
  const begins = windowFrom ?? windowTo;
  return (
    <tr data-order={order.key}>
      <td>{n}</td>
      <td>
        <strong className={classes.window}>{windowText}</strong>
        {begins !== null && <small>{date(begins)}</small>}
      </td>
      <td>
        <strong>{order.number}</strong>
        <small>{text.systems[order.system]}</small>
        {collect.back && <small>{t.refund}</small>}
      </td>
      <td>
        <strong>{order.selfPickUp ? t.selfPickUp : order.address || t.noAddress}</strong>
        <span>{[order.client, phone(order.phone)].filter((part) => part !== '').join(', ')}</span>
        {order.comment !== '' && <em>{order.comment}</em>}
      </td>
      <td>
        {goods === null ? (
          !line.pending && <span>{t.goodsUnreadable}</span>
        ) : goods.length === 0 ? (
          <span>{t.noGoods}</span>
        ) : (
          <ul>
            {goods.map((good, index) => (
              <li key={index}>
                {good.title} {t.times(String(good.count), good.unit)}
              </li>
            ))}
          </ul>
        )}
        {warehouses.length > 0 && <small>{t.pickUp(warehouses.join('; '))}</small>}
      </td>
      <td className={classes.sum}>
        <strong>
          {collect.back
            ? t.giveBack(money(collect.kopecks))
            : collect.kopecks === 0
              ? t.nothing
              : money(collect.kopecks)}
        </strong>
        <small>
          {collect.kopecks === 0 && order.paid === true ? t.paid : t.kind[collect.kind ?? 'none']}
        </small>
        {cash > 0 && collect.kopecks > 0 && <small>{t.change(money(cash))}</small>}
        {collect.withoutDiscount && !line.pending && collect.kopecks > 0 && (
          <small>{t.withoutDiscount}</small>
        )}
      </td>
      <td className={classes.signature} />
    </tr>
  );
}
