/** Positions that could not be believed: how many, and on a click whose, when and why. */
import { Popover } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconMapPinQuestion } from '@tabler/icons-react';
import { memo, useMemo, useState } from 'react';
import { useCourierDirectory, usePositionsFeed } from '#src/api/couriers.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { QuarantinedPosition } from '#src/domain/courierState.ts';
import { quarantinedPositions } from '#src/domain/courierState.ts';
import { useWords } from '#src/locales/language.tsx';
import { positionsWords } from '#src/locales/positionsWords.ts';
import classes from './QuarantineNotice.module.css';

const DAY = 24 * 3_600_000;
/** About a metre. */
const DIGITS = 5;

const degrees = (value: number) => String(Number(value.toFixed(DIGITS)));

function SetAsideRow({ position, name }: { position: QuarantinedPosition; name: string }) {
  const t = useWords(positionsWords);
  const { ago, dateTime, timeSeconds } = useFormat();
  const now = useNow(60_000);
  const { reason, at, latitude, longitude } = position;
  const when = at === null ? t.noTime : Math.abs(at - now) < DAY / 2 ? timeSeconds(at) : dateTime(at);
  const where =
    latitude === null || longitude === null ? t.noPoint : `${degrees(latitude)}, ${degrees(longitude)}`;
  return (
    <li className={classes.row} data-courier={position.courierId} data-reason={reason}>
      <span className={classes.name}>{name}</span>
      <span className={classes.why}>
        {reason === 'future' ? t.reason.future(ago(Math.max(0, (at ?? now) - now))) : t.reason[reason]}
      </span>
      <span className={classes.said}>{t.said(when, where)}</span>
    </li>
  );
}

/** Nothing while there is nothing to tell. Apart from the ticking caption beside it. */
export const QuarantineNotice = memo(function QuarantineNotice() {
  const t = useWords(positionsWords);
  const { data } = usePositionsFeed(useQueryClient());
  const { directory } = useCourierDirectory();
  const [opened, setOpened] = useState(false);
  const records = data?.records;
  const positions = useMemo(() => quarantinedPositions(records?.values() ?? []), [records]);
  if (positions.length === 0 && !opened) return null;

  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="top-start"
      offset={6}
      trapFocus
      returnFocus
      shadow="none"
      transitionProps={{ duration: 0 }}
      width={300}
    >
      <Popover.Target>
        <button type="button" className={classes.chip} data-quarantine onClick={() => setOpened(!opened)}>
          <IconMapPinQuestion size={14} stroke={1.7} aria-hidden />
          {t.setAside(positions.length)}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel}>
        <h3 className={classes.title}>{t.title}</h3>
        <p className={classes.lead}>{positions.length > 0 ? t.lead : t.none}</p>
        {/* Scrolls, so it can be reached by the keyboard. */}
        <ul className={classes.list} tabIndex={0} data-autofocus aria-label={t.title}>
          {positions.map((position) => (
            <SetAsideRow
              key={position.courierId}
              position={position}
              name={directory?.byId.get(position.courierId)?.title ?? t.unknownCourier(position.courierId)}
            />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
});
