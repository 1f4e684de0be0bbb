/** Couriers to choose from: a field to type in and the list below it. Arrows move, Enter takes, the mouse works too. */
import { IconAlertTriangle, IconSearch } from '@tabler/icons-react';
import { Fragment, memo, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, UIEvent } from 'react';
import { useFormat } from '#src/components/format/useFormat.ts';
import { CourierAvatar } from '#src/components/orders/CourierAvatar.tsx';
import type { Candidate } from '#src/domain/candidates.ts';
import type { CourierLoad } from '#src/domain/courierState.ts';
import { positionBand } from '#src/domain/courierState.ts';
import { useText } from '#src/locales/language.tsx';
import { LoadBars } from './LoadBars.tsx';
import { candidateReasons } from './candidateWords.ts';
import type { Start } from './candidateWords.ts';
import type { Candidates } from './useCandidates.ts';
import classes from './CandidateList.module.css';

/** A screenful and some; the rest is drawn when somebody scrolls or walks to it. */
const FIRST = 24;
const MORE = 60;
const PAGE = 8;

export type CandidateListProps = {
  /** Those that match what was typed, in the order to show. */
  shown: Candidate[];
  standing: Candidate | null;
  state: Candidates['state'];
  loads: ReadonlyMap<string, CourierLoad>;
  /** How many orders are to be given. */
  orderCount: number;
  start: Start;
  filter: string;
  onFilter: (filter: string) => void;
  /** Stand on this courier. */
  onStand: (courierId: string) => void;
  /** Enter, or a double click; in the compact list a click. */
  onTake: (candidate: Candidate) => void;
  /** For a popover: one click takes. */
  compact?: boolean;
};

export function CandidateList(props: CandidateListProps) {
  const {
    shown,
    standing,
    state,
    loads,
    orderCount,
    start,
    filter,
    onFilter,
    onStand,
    onTake,
    compact = false,
  } = props;
  const text = useText();
  const t = text.commands.assign;
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [room, setRoom] = useState(FIRST);
  const at = standing ? shown.indexOf(standing) : -1;
  const drawn = shown.slice(0, Math.max(room, at + PAGE + 1));
  const optionId = (courierId: string) => `${id}-${courierId}`;

  const query = filter.trim();
  const nobody = query === '' ? t.noCouriers : t.nothingFound(query);
  const empty = { loading: t.loading, failed: '', ready: nobody }[state];

  const standingId = standing?.courier.courierId;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [standingId]);

  const walk = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const to = shown[Math.min(shown.length - 1, Math.max(0, at + step))];
      if (to) onStand(to.courier.courierId);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (standing && !event.repeat) onTake(standing);
    }
  };
  const grow = ({ currentTarget }: UIEvent<HTMLUListElement>) => {
    const left = currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight;
    if (left < 400 && room < shown.length) setRoom(room + MORE);
  };
  const candidateAt = (event: MouseEvent) => {
    const option = (event.target as Element).closest<HTMLElement>('[data-courier]');
    return shown.find(({ courier }) => courier.courierId === option?.dataset.courier);
  };
  const click = (event: MouseEvent) => {
    const candidate = candidateAt(event);
    if (!candidate) return;
    if (compact || event.detail === 2) onTake(candidate);
    else onStand(candidate.courier.courierId);
  };

  return (
    <div className={classes.root} data-compact={compact || undefined}>
      <div className={classes.search}>
        <IconSearch size={16} stroke={1.7} aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label={t.search}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={standingId === undefined ? undefined : optionId(standingId)}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t.searchPlaceholder}
          value={filter}
          data-autofocus
          onChange={(event) => {
            setRoom(FIRST);
            onFilter(event.currentTarget.value);
          }}
          onKeyDown={walk}
        />
        {!compact && (
          <span className={classes.keys} title={t.keys} aria-hidden>
            {t.keyNames.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </span>
        )}
      </div>
      {/* The field keeps the focus while the mouse chooses, so that Enter goes on working. */}
      <ul
        ref={list}
        id={`${id}-list`}
        className={classes.list}
        role="listbox"
        aria-label={t.list}
        onScroll={grow}
        onMouseDown={(event) => event.preventDefault()}
        onClick={click}
      >
        {drawn.map((candidate) => (
          <CandidateOption
            key={candidate.courier.courierId}
            id={optionId(candidate.courier.courierId)}
            candidate={candidate}
            late={loads.get(candidate.courier.courierId)?.late ?? 0}
            selected={candidate === standing}
            orderCount={orderCount}
            start={start}
            compact={compact}
          />
        ))}
      </ul>
      {shown.length === 0 && <p className={classes.nothing}>{empty}</p>}
    </div>
  );
}

type OptionProps = {
  id: string;
  candidate: Candidate;
  late: number;
  selected: boolean;
  orderCount: number;
  start: Start;
  /** There is room for what tells them apart: being on shift, as the first ones are, goes without saying. */
  compact: boolean;
};

const CandidateOption = memo(function CandidateOption(props: OptionProps) {
  const { id, candidate, late, selected, orderCount, start, compact } = props;
  const text = useText();
  const format = useFormat();
  const { courier, onShift, openOrders, positionAgeMs, possible, alreadyHas } = candidate;
  const t = text.commands.reason;
  const skipped = orderCount - candidate.possibleOrders;
  // The band depends on the age alone; the moment itself does not matter here.
  const reasons = candidateReasons(candidate, start, format, text);
  const band = positionAgeMs === null ? 'never' : positionBand(agedPosition(positionAgeMs), 0);
  return (
    <li
      id={id}
      role="option"
      aria-selected={selected}
      className={classes.option}
      data-courier={courier.courierId}
      data-impossible={candidate.possibleOrders === 0 || undefined}
    >
      <span className={classes.face} data-band={band}>
        <CourierAvatar name={courier.title} off={!onShift} size={28} />
      </span>
      <span className={classes.words}>
        <span className={classes.name}>
          {courier.title || text.commands.courierNumber(courier.courierId)}
          {late > 0 && <span className={classes.late}>{t.late(late)}</span>}
          {alreadyHas > 0 && <span className={classes.has}>{t.has(alreadyHas, orderCount)}</span>}
        </span>
        <span className={classes.reasons}>
          {(compact && onShift ? reasons.slice(1) : reasons).map((reason, index) => (
            <Fragment key={reason}>
              {index > 0 && text.commands.dot}
              <span>{reason}</span>
            </Fragment>
          ))}
        </span>
        {skipped > 0 && possible.why !== null && (
          <span className={classes.skips}>
            <IconAlertTriangle size={13} stroke={1.9} aria-hidden />
            {t.skips(skipped, text.commands.bar[possible.why])}
          </span>
        )}
      </span>
      <LoadBars open={openOrders} late={late} />
    </li>
  );
});

const agedPosition = (ageMs: number) => ({
  courierId: '',
  point: { latitude: 0, longitude: 0 },
  at: -ageMs,
  accuracy: null,
  orderId: null,
});
