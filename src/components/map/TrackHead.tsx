/** Where the played time stands: on the last fix that was really sent by then, with its time, and its age when it is old. */
import L from 'leaflet';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useMap } from 'react-leaflet';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { TrackPoint } from '#src/domain/courierTrack.ts';
import { useWords } from '#src/locales/language.tsx';
import { trackWords } from '#src/locales/trackWords.ts';
import classes from './TrackHead.module.css';
import { isOldFix } from './trackShape.ts';

const SIZE = 18;

/** @param props.at the played time, epoch ms; the fix is the last one at or before it. */
export function TrackHead({ fix, at }: { fix: TrackPoint; at: number }) {
  const t = useWords(trackWords);
  const { time, ago } = useFormat();
  const map = useMap();
  const [body] = useState(() => document.createElement('div'));
  const [marker] = useState(() =>
    L.marker([0, 0], {
      icon: L.divIcon({ html: body, className: classes.head ?? '', iconSize: [SIZE, SIZE] }),
      interactive: false,
      keyboard: false,
      // Above the couriers: it is what is looked at.
      zIndexOffset: 2_000,
    }),
  );
  const { latitude, longitude } = fix.point;
  const age = at - fix.at;
  const old = isOldFix(age);

  useEffect(() => {
    marker.setLatLng([latitude, longitude]);
    if (!map.hasLayer(marker)) marker.addTo(map);
  }, [map, marker, latitude, longitude]);
  useEffect(() => () => void marker.remove(), [map, marker]);

  return createPortal(
    <div className={classes.body} data-track-head={fix.at} data-old={old || undefined} aria-hidden>
      <span className={classes.label}>
        {time(fix.at)}
        {old && <em> · {t.earlier(ago(age))}</em>}
      </span>
    </div>,
    body,
  );
}
