/** What the signs on the map mean, drawn with the same brush as the map itself. */
import { useEffect, useMemo, useRef } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useText, useWords } from '#src/locales/language.tsx';
import { mapToolsWords } from '#src/locales/mapToolsWords.ts';
import { courierElement, COURIER_SIZE } from './courierElement.ts';
import type { CourierMarker } from './courierMarker.ts';
import courierClasses from './CourierMarker.module.css';
import {
  AccuracySign,
  ChangeSign,
  GapSign,
  QuarantineSign,
  StopSign,
  TrackSign,
  WaySign,
} from './legendSigns.tsx';
import { FULL_LOAD, loadRing } from './loadSegments.ts';
import classes from './MapLegend.module.css';
import { useMapPalette } from './mapPalette.ts';
import type { Sprite } from './pinSprites.ts';
import { pinSprites } from './pinSprites.ts';

function SpriteSign({ sprite }: { sprite: Sprite }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const { image, width, height } = sprite;
    const copy = document.createElement('canvas');
    copy.width = image.width;
    copy.height = image.height;
    copy.style.width = `${width}px`;
    copy.style.height = `${height}px`;
    copy.getContext('2d')?.drawImage(image, 0, 0);
    place.current?.replaceChildren(copy);
  }, [sprite]);
  return <span ref={place} className={classes.sign} />;
}

function CourierSign({
  band,
  age,
  open,
  late,
}: Pick<CourierMarker, 'band' | 'age' | 'late'> & { open: number }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const icon = document.createElement('div');
    icon.className = `${courierClasses.icon} ${classes.courier}`;
    icon.style.width = icon.style.height = `${COURIER_SIZE}px`;
    const element = courierElement();
    icon.append(element.body);
    const ring = loadRing(open, late);
    element.show(icon, {
      courierId: '',
      name: '',
      initials: '',
      point: { latitude: 0, longitude: 0 },
      band,
      age,
      late,
      lateDegrees: ring.late,
      openDegrees: ring.open,
    });
    place.current?.replaceChildren(icon);
  }, [band, age, open, late]);
  return <span ref={place} className={classes.sign} />;
}

const GROUP_STYLE: CSSProperties & Record<'--late', string> = { '--late': '110deg', width: 34, height: 34 };

function GroupSign() {
  return (
    <span className={classes.sign}>
      <span className={`${courierClasses.group} leaflet-marker-icon ${classes.group}`} style={GROUP_STYLE}>
        <span>12</span>
      </span>
    </span>
  );
}

type Row = [sign: ReactNode, words: string];

/** Signs with their words, in three parts. */
export function MapLegend() {
  const map = useText().map;
  const t = map.legend;
  const more = useWords(mapToolsWords).legend;
  const minutes = useText().shell.ago.minutes;
  const { palette } = useMapPalette();
  const sprites = useMemo(() => pinSprites(palette), [palette]);
  const parts: { title: string; rows: Row[] }[] = [
    {
      title: more.orders,
      rows: [
        [<SpriteSign key="late" sprite={sprites.pin('pin', 'late', false, false)} />, t.late],
        [<SpriteSign key="risk" sprite={sprites.pin('pin', 'risk', false, false)} />, t.risk],
        [<SpriteSign key="way" sprite={sprites.pin('pin', 'way', false, false)} />, t.way],
        [<SpriteSign key="given" sprite={sprites.pin('pin', 'quiet', false, false)} />, t.given],
        [<SpriteSign key="free" sprite={sprites.pin('pin', 'quiet', true, false)} />, t.free],
        [<SpriteSign key="marked" sprite={sprites.pin('pin', 'quiet', true, true)} />, more.selected],
        [<SpriteSign key="hand" sprite={sprites.pin('pin', 'quiet', true, false, true)} />, more.byHand],
        [<SpriteSign key="heap" sprite={sprites.heap} />, more.heap],
        [<SpriteSign key="dot" sprite={sprites.pin('dot', 'late', false, false)} />, more.dot],
        [<SpriteSign key="warehouse" sprite={sprites.warehouse} />, map.warehouse],
      ],
    },
    {
      title: more.couriers,
      rows: [
        [<CourierSign key="fresh" band="fresh" age="" open={3} late={0} />, t.ring(FULL_LOAD)],
        [<CourierSign key="lateRing" band="fresh" age="" open={3} late={1} />, t.lateRing],
        [<CourierSign key="pale" band="pale" age={minutes(6)} open={3} late={0} />, t.pale],
        [<CourierSign key="ghost" band="ghost" age={minutes(24)} open={0} late={0} />, t.ghost],
        [<GroupSign key="group" />, t.group],
        [<AccuracySign key="accuracy" />, more.accuracy],
        [<QuarantineSign key="aside" />, more.quarantined],
      ],
    },
    {
      title: more.ways,
      rows: [
        [<WaySign key="way" />, more.line],
        [<TrackSign key="track" />, more.track],
        [<StopSign key="stop" />, more.stop],
        [<ChangeSign key="change" />, more.change],
        [<GapSign key="gap" />, more.gap],
      ],
    },
  ];
  const sections = parts.map(({ title, rows }) => (
    <div key={title} className={classes.part}>
      <h3 className={classes.title}>{title}</h3>
      <ul className={classes.list} aria-label={title}>
        {rows.map(([sign, words]) => (
          <li key={words} className={classes.row}>
            <span className={classes.sign} aria-hidden>
              {sign}
            </span>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </div>
  ));
  return (
    <div className={classes.room}>
      <div className={classes.parts}>{sections}</div>
    </div>
  );
}
