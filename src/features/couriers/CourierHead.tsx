/** Who the courier is and how to reach them, and the deeds: hand over, edit, delete. */
import {
  IconAlertTriangle,
  IconListDetails,
  IconMail,
  IconPencil,
  IconPhone,
  IconPrinter,
  IconRoute,
  IconTransfer,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { useRoleTitle } from '#src/api/roles.ts';
import { useMay } from '#src/api/session.ts';
import look from '#src/components/buttons/deedButton.module.css';
import { CourierErrorMark } from '#src/components/deviceErrors/CourierErrorMark.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import { CourierAvatar } from '#src/components/orders/CourierAvatar.tsx';
import type { Courier } from '#src/domain/courierDirectory.ts';
import { kassaBar } from '#src/domain/courierDirectory.ts';
import { courierEditAddress, mapAddress, ordersAddress, runSheetAddress } from '#src/lib/paths.ts';
import { phoneLink } from '#src/lib/phone.ts';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './CourierHead.module.css';
import type { CourierPageData } from './useCourierPage.ts';

const DEED = `${look.deed} ${classes.deed}`;

const ICON = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

type Props = {
  courier: Courier;
  page: CourierPageData;
  onHandOver: () => void;
  onRemove: () => void;
};

export function CourierHead({ courier, page, onHandOver, onRemove }: Props) {
  const words = useWords(courierPageWords);
  const t = words.about;
  const { courierId, title, onShift, roleId } = courier;
  const { shiftsKnown } = page.board;
  const role = useRoleTitle(roleId);
  const name = title || words.nameless(courierId);
  const shift = !shiftsKnown ? t.shiftUnknown : onShift ? t.onShift : t.offShift;

  return (
    <header className={classes.head}>
      <div className={classes.top}>
        <CourierAvatar name={title} off={shiftsKnown && !onShift} size={52} />
        <div className={classes.who}>
          <h2 className={classes.name}>{name}</h2>
          <p className={classes.about}>
            <span className={classes.shift} data-on={(shiftsKnown && onShift) || undefined}>
              {shift}
            </span>
            <span>{role ?? (roleId === null ? t.noRole : t.roleNumber(roleId))}</span>
            <span>№ {courierId}</span>
            <CourierErrorMark courierId={courierId} name={name} look="chip" />
          </p>
        </div>
        <Deeds courierId={courierId} page={page} onHandOver={onHandOver} onRemove={onRemove} />
      </div>
      <div className={classes.bottom}>
        <Contacts courier={courier} page={page} />
        <nav className={classes.links} aria-label={words.links.label}>
          <Link to={mapAddress(courierId)}>
            <IconRoute {...ICON} />
            {words.links.track}
          </Link>
          <Link to={ordersAddress({ courier: courierId })}>
            <IconListDetails {...ICON} />
            {words.links.table}
          </Link>
          <Link to={runSheetAddress([courierId])}>
            <IconPrinter {...ICON} />
            {words.links.sheet}
          </Link>
        </nav>
      </div>
    </header>
  );
}

type DeedsProps = Omit<Props, 'courier'> & { courierId: string };

function Deeds({ courierId, page, onHandOver, onRemove }: DeedsProps) {
  const t = useWords(courierPageWords).deeds;
  const mayCommand = useMay('dispatcher');
  const mayKeep = useMay('admin');
  const open = page.day?.open.length ?? 0;
  if (!mayCommand) return null;
  return (
    <div className={classes.deeds} role="group" aria-label={t.label}>
      {open > 0 && (
        <button type="button" className={DEED} onClick={onHandOver}>
          <IconTransfer {...ICON} />
          {t.handOver(open)}
        </button>
      )}
      {mayKeep && (
        <>
          <Link className={DEED} to={courierEditAddress(courierId)}>
            <IconPencil {...ICON} />
            {t.edit}
          </Link>
          <button type="button" className={DEED} data-danger onClick={onRemove}>
            <IconTrash {...ICON} />
            {t.remove}
          </button>
        </>
      )}
    </div>
  );
}

function Contacts({ courier, page }: Pick<Props, 'courier' | 'page'>) {
  const t = useWords(courierPageWords).about;
  const format = useFormat();
  const { phone } = courier;
  const { record, board } = page;
  const call = phoneLink(phone);
  const bar = board.directory ? kassaBar(courier, board.directory) : null;
  return (
    <div className={classes.contacts} role="group" aria-label={t.label}>
      {call ? (
        <a href={call} aria-label={t.call(format.phone(phone))}>
          <IconPhone {...ICON} />
          {format.phone(phone)}
        </a>
      ) : (
        <span className={classes.lacking}>{phone || t.noPhone}</span>
      )}
      {record && record.email !== '' && (
        <a href={`mailto:${record.email}`} aria-label={t.write(record.email)}>
          <IconMail {...ICON} />
          {record.email}
        </a>
      )}
      {record && record.inn !== '' && <span>{t.inn(record.inn)}</span>}
      {bar !== null && (
        <span className={classes.bar}>
          <IconAlertTriangle {...ICON} />
          {t.kassa[bar]}
        </span>
      )}
    </div>
  );
}
