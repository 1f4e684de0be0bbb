/** What the signs on the map mean, drawn with the same brush as the map itself. */
import { useEffect, useMemo, useRef } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useText } from '#src/locales/language.tsx';
import { courierElement, COURIER_SIZE } from './courierElement.ts';
import type { CourierMarker } from './courierMarker.ts';
import courierClasses from './CourierMarker.module.css';
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
  return <span ref={place} className={classes.sign} aria-hidden />;
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
  return <span ref={place} className={classes.sign} aria-hidden />;
}

const GROUP_STYLE: CSSProperties & Record<'--late', string> = { '--late': '110deg', width: 34, height: 34 };

function GroupSign() {
  return (
    <span className={classes.sign} aria-hidden>
      <span className={`${courierClasses.group} leaflet-marker-icon ${classes.group}`} style={GROUP_STYLE}>
        <span>12</span>
      </span>
    </span>
  );
}

/** A list of signs with their words. */
export function MapLegend() {
  const t = useText().map;
  const minutes = useText().shell.ago.minutes;
  const { palette } = useMapPalette();
  const sprites = useMemo(() => pinSprites(palette), [palette]);
  const rows: [ReactNode, string][] = [
    [<SpriteSign key="late" sprite={sprites.pin('pin', 'late', false, false)} />, t.legend.late],
    [<SpriteSign key="risk" sprite={sprites.pin('pin', 'risk', false, false)} />, t.legend.risk],
    [<SpriteSign key="way" sprite={sprites.pin('pin', 'way', false, false)} />, t.legend.way],
    [<SpriteSign key="given" sprite={sprites.pin('pin', 'quiet', false, false)} />, t.legend.given],
    [<SpriteSign key="free" sprite={sprites.pin('pin', 'quiet', true, false)} />, t.legend.free],
    [<SpriteSign key="warehouse" sprite={sprites.warehouse} />, t.warehouse],
    [<CourierSign key="fresh" band="fresh" age="" open={3} late={0} />, t.legend.ring(FULL_LOAD)],
    [<CourierSign key="lateRing" band="fresh" age="" open={3} late={1} />, t.legend.lateRing],
    [<CourierSign key="pale" band="pale" age={minutes(6)} open={3} late={0} />, t.legend.pale],
    [<CourierSign key="ghost" band="ghost" age={minutes(24)} open={0} late={0} />, t.legend.ghost],
    [<GroupSign key="group" />, t.legend.group],
  ];
  return (
    <ul className={classes.list}>
      {rows.map(([sign, words]) => (
        <li key={words} className={classes.row}>
          {sign}
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
