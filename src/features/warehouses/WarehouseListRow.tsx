/** One warehouse in the list: what it is called, where it stands, who answers for it, what is to be picked up. */
import { IconMapPinOff, IconPhone } from '@tabler/icons-react';
import { memo } from 'react';
import type { To } from 'react-router';
import { Link } from 'react-router';
import type { WarehouseLoad } from '#src/domain/warehouseLoad.ts';
import type { WarehouseRow } from '#src/domain/warehouseRow.ts';
import { formatPhone, phoneLink } from '#src/lib/phone.ts';
import { useWords } from '#src/locales/language.tsx';
import { warehousesWords } from '#src/locales/warehousesWords.ts';
import classes from './WarehouseList.module.css';
import { WarehouseLoadMark } from './WarehouseLoadMark.tsx';

type Props = {
  row: WarehouseRow;
  load: WarehouseLoad;
  /** False while orders are still being read. */
  counted: boolean;
  to: (id: string, hash?: string) => To;
  /** The one row that Tab reaches; arrows go on from there. */
  reachable: boolean;
  hovered: boolean;
  /** Was written just now: lit for a moment. */
  marked: boolean;
  onHover: (id: string | null) => void;
};

export const WarehouseListRow = memo(function WarehouseListRow(props: Props) {
  const { row, load, counted, to, reachable, hovered, marked, onHover } = props;
  const t = useWords(warehousesWords).row;
  const { id, title, address, person, phone, point, deleted } = row;
  const link = phoneLink(phone);
  const tabIndex = reachable ? 0 : -1;
  return (
    <li
      className={classes.row}
      data-warehouse={id}
      data-hovered={hovered || undefined}
      data-marked={marked || undefined}
      data-deleted={deleted || undefined}
      data-late={load.late > 0 || undefined}
      onPointerEnter={() => onHover(id)}
      onPointerLeave={() => onHover(null)}
      onFocus={() => onHover(id)}
      onBlur={() => onHover(null)}
    >
      <div className={classes.line}>
        <Link className={classes.title} data-open={id} to={to(id)} tabIndex={tabIndex}>
          {title}
        </Link>
        {deleted && <span className={classes.deleted}>{t.deleted}</span>}
        {point === null && (
          <span className={classes.pointless}>
            <IconMapPinOff size={13} stroke={1.8} aria-hidden />
            {t.noPoint}
          </span>
        )}
        {counted && (!deleted || load.waiting.length > 0) && (
          <Link
            className={classes.toOrders}
            to={to(id, 'orders')}
            tabIndex={tabIndex}
            title={t.waitingTitle(load.waiting.length, title)}
          >
            <WarehouseLoadMark load={load} />
          </Link>
        )}
      </div>
      <p className={classes.address} title={address}>
        {address === '' ? t.noAddress : address}
      </p>
      <div className={classes.person}>
        <span className={classes.name} data-none={person === '' || undefined}>
          {person === '' ? t.noPerson : person}
        </span>
        {link ? (
          <a
            className={classes.call}
            href={link}
            tabIndex={tabIndex}
            aria-label={t.call(person === '' ? title : person, formatPhone(phone))}
          >
            <IconPhone size={13} stroke={1.8} aria-hidden />
            {formatPhone(phone)}
          </a>
        ) : (
          <span className={classes.name}>{phone}</span>
        )}
      </div>
    </li>
  );
});
