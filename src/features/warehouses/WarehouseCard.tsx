/** One warehouse in place of the list: where it stands, who answers for it, what is to be picked up there now. */
import {
  IconArrowLeft,
  IconFocusCentered,
  IconMapPinOff,
  IconPencil,
  IconPhone,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { To } from 'react-router';
import { Link, useLocation } from 'react-router';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { WarehouseLoad } from '#src/domain/warehouseLoad.ts';
import type { WarehouseRow } from '#src/domain/warehouseRow.ts';
import { phoneLink } from '#src/lib/phone.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { warehousesWords } from '#src/locales/warehousesWords.ts';
import classes from './WarehouseCard.module.css';
import { WarehouseOrders } from './WarehouseOrders.tsx';

const ICON = { size: 15, stroke: 1.7, 'aria-hidden': true } as const;

type Props = {
  row: WarehouseRow;
  load: WarehouseLoad;
  /** False while orders are still being read. */
  counted: boolean;
  back: To;
  /** Null: who looks may not change it. */
  edit: To | null;
  onRemove: (() => void) | null;
  onShow: () => void;
};

export function WarehouseCard({ row, load, counted, back, edit, onRemove, onShow }: Props) {
  const t = useWords(warehousesWords).card;
  const { title, id, deleted, person, phone } = row;
  return (
    <section className={classes.card} aria-label={t.region(title)} data-warehouse-card={id}>
      <CardBar back={back}>
        {onRemove && !deleted && (
          <button type="button" className={classes.way} data-tone="danger" onClick={onRemove}>
            <IconTrash {...ICON} />
            {t.remove}
          </button>
        )}
        {edit && (
          <Link className={classes.way} data-tone="main" to={edit}>
            <IconPencil {...ICON} />
            {t.edit}
          </Link>
        )}
      </CardBar>
      <div className={classes.body}>
        <header className={classes.head}>
          <h2 className={classes.title}>{title}</h2>
          <p className={classes.number}>{t.number(id)}</p>
        </header>
        {deleted && (
          <p className={classes.deleted} role="note">
            <strong>{t.deleted}</strong> {t.deletedHint}
          </p>
        )}
        <Call phone={phone} />
        <dl className={classes.facts}>
          <Fact name={t.address}>{row.address === '' ? <Quiet>{t.noAddress}</Quiet> : row.address}</Fact>
          <Fact name={t.person}>{person === '' ? <Quiet>{t.noPerson}</Quiet> : person}</Fact>
          {row.warehouse.description.trim() !== '' && (
            <Fact name={t.description}>
              <span className={classes.description}>{row.warehouse.description}</span>
            </Fact>
          )}
          <Place row={row} edit={edit} onShow={onShow} />
          <Updated at={row.warehouse.updatedAt} />
        </dl>
        <WarehouseOrders id={id} load={load} counted={counted} />
      </div>
    </section>
  );
}

type BarProps = {
  back: To;
  /** The focus is given elsewhere. */
  quiet?: boolean;
  children?: ReactNode;
};

/** The first line of whatever stands in place of the list. */
export function CardBar({ back, quiet = false, children }: BarProps) {
  const t = useWords(warehousesWords).card;
  const link = useRef<HTMLAnchorElement>(null);
  const first = useLocation().key === 'default';
  const take = useEffectEvent(() => {
    const held = document.activeElement;
    if (quiet || first) return;
    // Opened by keyboard from the list, which is covered now: the keyboard goes on here. On the map it stays on the square.
    if (!held || held === document.body || held.closest('[inert]'))
      link.current?.focus({ preventScroll: true });
  });
  useEffect(() => take(), []);
  return (
    <div className={classes.bar}>
      <Link ref={link} className={classes.back} to={back} aria-label={t.back}>
        <IconArrowLeft {...ICON} />
        {t.backShort}
      </Link>
      <span className={classes.ways}>{children}</span>
    </div>
  );
}

function Call({ phone }: { phone: string }) {
  const t = useWords(warehousesWords).card;
  const format = useFormat();
  const link = phoneLink(phone);
  if (link === null)
    return <p className={classes.quiet}>{phone === '' ? t.noPhone : `${phone}: ${t.badPhone}`}</p>;
  return (
    <a className={classes.call} href={link} aria-label={t.call(format.phone(phone))}>
      <IconPhone size={14} stroke={1.8} aria-hidden />
      {format.phone(phone)}
    </a>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const Quiet = ({ children }: { children: ReactNode }) => <span className={classes.none}>{children}</span>;

function Place({ row: { point }, edit, onShow }: Pick<Props, 'row' | 'edit' | 'onShow'>) {
  const t = useWords(warehousesWords).card;
  const { locale } = useText();
  if (point === null) {
    return (
      <Fact name={t.point}>
        <span className={classes.pointless}>
          <IconMapPinOff size={15} stroke={1.7} aria-hidden />
          <span>{t.noPoint}</span>
        </span>
        {edit && (
          <Link className={classes.put} to={edit}>
            {t.putPoint}
          </Link>
        )}
      </Fact>
    );
  }
  const degrees = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 6 });
  return (
    <Fact name={t.point}>
      <span className={classes.degrees}>
        {degrees(point.latitude)}; {degrees(point.longitude)}
      </span>
      <button type="button" className={classes.show} aria-label={t.show} title={t.show} onClick={onShow}>
        <IconFocusCentered {...ICON} />
      </button>
    </Fact>
  );
}

function Updated({ at }: { at: number | null }) {
  const t = useWords(warehousesWords).card;
  const { dateTime } = useFormat();
  return at !== null && <Fact name={t.updated}>{dateTime(at)}</Fact>;
}
