/** A button on the map, the zoom buttons and «Показать всё»: ours, so that they speak the chosen language and follow the theme. */
import { Tooltip } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import type L from 'leaflet';
import type { ComponentProps } from 'react';
import { useSyncExternalStore } from 'react';
import type { LatLon } from '#src/lib/geo.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './MapCanvas.module.css';
import { fitExtent } from './mapMoves.ts';
import { extentOf } from './mapView.ts';

type ButtonProps = Omit<ComponentProps<'button'>, 'type' | 'aria-label' | 'aria-pressed'> & {
  label: string;
  /** For a button that stays in or out. */
  pressed?: boolean;
};

/** A square button on the map; it can be the target of a popover. */
export function MapButton({ label, pressed, className = '', children, ...rest }: ButtonProps) {
  return (
    <Tooltip label={label} position="left" disabled={rest['aria-expanded'] === true}>
      <button
        type="button"
        className={`${classes.button} ${className}`}
        aria-label={label}
        aria-pressed={pressed}
        {...rest}
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
          <IconFocusCentered size={16} stroke={1.7} aria-hidden />
        </MapButton>
      </div>
    </>
  );
}
