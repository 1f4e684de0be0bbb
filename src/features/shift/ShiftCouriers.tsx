/** Who carried what: delivered in the shift, open and late now. */
import { Link } from 'react-router';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { CourierShift } from '#src/domain/shiftSummary.ts';
import { courierAddress } from '#src/lib/paths.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';
import own from './ShiftCouriers.module.css';
import classes from './ShiftSheet.module.css';

type Props = { couriers: readonly CourierShift[]; unread: boolean };

export function ShiftCouriers({ couriers, unread }: Props) {
  const words = useWords(digestWords);
  const t = words.shift;
  const { phone } = useFormat();
  const named = ({ title, id, courierId }: CourierShift) =>
    title ?? (courierId === null && id.length > 9 ? phone(id) : words.entry.courierNumber(id));
  return (
    <section aria-label={t.couriers}>
      <h3>{t.couriers}</h3>
      {unread && <p className={classes.unread}>{t.couriersUnread}</p>}
      {couriers.length === 0 ? (
        <p className={classes.nothing}>{t.nobody}</p>
      ) : (
        <table className={own.table}>
          <thead>
            <tr>
              <th scope="col">{t.courier}</th>
              <th scope="col">{t.delivered}</th>
              <th scope="col">{t.open}</th>
              <th scope="col">{t.lateNow}</th>
            </tr>
          </thead>
          <tbody>
            {couriers.map((courier) => (
              <tr key={courier.id} data-courier={courier.id}>
                <th scope="row">
                  {courier.courierId === null ? (
                    named(courier)
                  ) : (
                    <Link to={courierAddress(courier.courierId)}>{named(courier)}</Link>
                  )}
                </th>
                <td>{courier.delivered}</td>
                <td>{courier.open}</td>
                <td data-grave={courier.late > 0 || undefined}>{courier.late}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
