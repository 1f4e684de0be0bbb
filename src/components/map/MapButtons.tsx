/** Zoom buttons, «Показать всё» and the legend: ours, so that they speak the chosen language and follow the theme. */
import { Popover, Tooltip } from '@mantine/core';
import { IconArrowsMaximize, IconInfoCircle, IconMinus, IconPlus } from '@tabler/icons-react';
import type L from 'leaflet';
import type { ReactNode } from 'react';
import { useSyncExternalStore } from 'react';
import type { LatLon } from '#src/lib/geo.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './MapCanvas.module.css';
import { MapLegend } from './MapLegend.tsx';
import { fitExtent } from './mapMoves.ts';
import { extentOf } from './mapView.ts';

type ButtonProps = { label: string; disabled?: boolean; onClick?: () => void; children: ReactNode };

/** A square button on the map. */
export function MapButton({ label, disabled = false, onClick, children }: ButtonProps) {
  return (
    <Tooltip label={label} position="left">
      <button
        type="button"
        className={classes.button}
        aria-label={label}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </button>
    </Tooltip>
  );
}

function useZoom(map: L.Map): number {
  return useSyncExternalStore(
    (changed) => {
      map.on('zoomend', changed);
      return () => map.off('zoomend', changed);
    },
    () => map.getZoom(),
  );
}

/** @param props.points what «Показать всё» should show; asked on the click. */
export function MapButtons({ map, points }: { map: L.Map; points: () => readonly LatLon[] }) {
  const t = useText().map;
  const zoom = useZoom(map);
  return (
    <>
      <div className={classes.group}>
        <MapButton label={t.zoomIn} disabled={zoom >= map.getMaxZoom()} onClick={() => map.zoomIn()}>
          <IconPlus size={16} stroke={1.7} aria-hidden />
        </MapButton>
        <MapButton label={t.zoomOut} disabled={zoom <= map.getMinZoom()} onClick={() => map.zoomOut()}>
          <IconMinus size={16} stroke={1.7} aria-hidden />
        </MapButton>
        <MapButton
          label={t.fit}
          onClick={() => {
            const extent = extentOf(points());
            if (extent) fitExtent(map, extent, true);
          }}
        >
          <IconArrowsMaximize size={15} stroke={1.7} aria-hidden />
        </MapButton>
      </div>
      <Popover position="left-start" width={264} withinPortal trapFocus={false}>
        <Popover.Target>
          <button type="button" className={classes.button} data-single aria-label={t.legend.title}>
            <IconInfoCircle size={16} stroke={1.7} aria-hidden />
          </button>
        </Popover.Target>
        <Popover.Dropdown className={classes.legend} aria-label={t.legend.title}>
          <MapLegend />
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
