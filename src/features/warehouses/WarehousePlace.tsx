/** The point of a warehouse within its form: by a click on the map, by coordinates, or one that is known at its address. */
import { Button } from '@mantine/core';
import { IconMapPin, IconMapPinOff, IconTrash } from '@tabler/icons-react';
import type L from 'leaflet';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { NumberField } from '#src/components/form/NumberField.tsx';
import { useSteady } from '#src/components/form/useSteady.ts';
import type { PointSlot } from '#src/components/records/RecordForm.tsx';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { KnownPlace, SoughtAddress } from '#src/domain/warehousePlaces.ts';
import { knownPlaces } from '#src/domain/warehousePlaces.ts';
import type { WarehouseRow } from '#src/domain/warehouseRow.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { knownPoint } from '#src/lib/geo.ts';
import { useWords } from '#src/locales/language.tsx';
import { warehousesWords } from '#src/locales/warehousesWords.ts';
import classes from './WarehousePlace.module.css';

/** What the map shows of it, and how it gives a point back. */
export type Placing = {
  point: LatLon | null;
  title: string;
  offers: readonly { id: string; point: LatLon; label: string }[];
  move: (point: LatLon) => void;
};

type Props = {
  slot: PointSlot;
  title: string;
  address: SoughtAddress;
  /** Other warehouses, and all orders of the day: their points may lie at this address. */
  others: readonly WarehouseRow[];
  orders: ReadonlyMap<string, DispatchOrder>;
  map: L.Map | null;
  /** Called with what the map is to show; null when it is over. */
  onPlacing: (placing: Placing | null) => void;
};

const DECIMALS = 6;
const rounded = (degrees: number) => Number(degrees.toFixed(DECIMALS));
const same = (a: LatLon | null, b: LatLon | null) =>
  a?.latitude === b?.latitude && a?.longitude === b?.longitude;

export function WarehousePlace({ slot, title, address, others, orders, map, onPlacing }: Props) {
  const t = useWords(warehousesWords).place;
  const { value, onChange, disabled, error } = slot;
  const { city, street, house } = address;
  // The day is searched while the next letter may be typed already.
  const sought = useDeferredValue(useMemo(() => ({ city, street, house }), [city, street, house]));
  const places = useMemo(() => knownPlaces(sought, orders.values(), others), [sought, orders, others]);
  const put = useSteady((point: LatLon) =>
    onChange({ latitude: rounded(point.latitude), longitude: rounded(point.longitude) }),
  );

  const offers = useMemo(
    () =>
      places.map((place, index) => ({
        id: String(index),
        point: place.point,
        label: `${sourceWords(place, t)}, ${place.address}`,
      })),
    [places, t],
  );
  useEffect(() => {
    onPlacing(disabled ? null : { point: value, title, offers, move: put });
  }, [onPlacing, disabled, value, title, offers, put]);
  useEffect(() => () => onPlacing(null), [onPlacing]);

  const middle = () => {
    if (!map) return;
    const { lat, lng } = map.getCenter().wrap();
    put({ latitude: lat, longitude: lng });
  };

  return (
    <div className={classes.place} data-field="latitude">
      <div className={classes.state} data-set={value !== null || undefined}>
        {value ? (
          <IconMapPin size={16} stroke={1.7} aria-hidden />
        ) : (
          <IconMapPinOff size={16} stroke={1.7} aria-hidden />
        )}
        <p role="status">
          <strong>{value ? t.set : t.none}.</strong> <span>{value ? t.hintSet : t.hint}</span>
        </p>
      </div>
      <Coordinates value={value} disabled={disabled} error={error} onChange={onChange} />
      <div className={classes.deeds}>
        <Button size="compact-xs" variant="default" disabled={disabled || !map} onClick={middle}>
          {t.middle}
        </Button>
        {value && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            disabled={disabled}
            leftSection={<IconTrash size={14} stroke={1.7} aria-hidden />}
            onClick={() => onChange(null)}
          >
            {t.remove}
          </Button>
        )}
      </div>
      {!disabled && (
        <Offers
          places={places}
          sought={street.trim() !== '' && house.trim() !== ''}
          chosen={value}
          onTake={put}
        />
      )}
    </div>
  );
}

/** Half a point is kept here only, and said: the record has a point or has none. */
function Coordinates({
  value,
  disabled,
  error,
  onChange,
}: Pick<PointSlot, 'value' | 'disabled' | 'error' | 'onChange'>) {
  const t = useWords(warehousesWords).place;
  const [typed, setTyped] = useState<{
    latitude: number | null;
    longitude: number | null;
    given: LatLon | null;
  }>({
    latitude: value?.latitude ?? null,
    longitude: value?.longitude ?? null,
    given: value,
  });
  // Put on the map meanwhile: that is what stands here.
  if (!same(typed.given, value)) {
    setTyped({ latitude: value?.latitude ?? null, longitude: value?.longitude ?? null, given: value });
  }
  const { latitude, longitude } = typed;
  const write = (next: { latitude: number | null; longitude: number | null }) => {
    const point = knownPoint(next.latitude, next.longitude);
    setTyped({ ...next, given: point });
    if (!same(point, value)) onChange(point);
  };
  const half = (latitude === null) !== (longitude === null);
  const wrong = (degrees: number | null, most: number, words: string) =>
    degrees !== null && Math.abs(degrees) > most ? words : half && degrees === null ? t.half : null;
  const zero = latitude === 0 && longitude === 0 ? t.zero : null;
  const wrongLatitude = wrong(latitude, 90, t.latitudeRange) ?? zero;
  const wrongLongitude = wrong(longitude, 180, t.longitudeRange);
  return (
    // What is no point is not sent as none: the form looks for this mark.
    <div className={classes.coordinates} data-wrong={(wrongLatitude ?? wrongLongitude) !== null || undefined}>
      <NumberField
        label={t.latitude}
        name="latitude"
        value={latitude}
        decimals={DECIMALS}
        disabled={disabled}
        error={wrongLatitude ?? error}
        onChange={(degrees) => write({ latitude: degrees, longitude })}
      />
      <NumberField
        label={t.longitude}
        name="longitude"
        value={longitude}
        decimals={DECIMALS}
        disabled={disabled}
        error={wrongLongitude}
        onChange={(degrees) => write({ latitude, longitude: degrees })}
      />
    </div>
  );
}

type Words = ReturnType<typeof useWords<(typeof warehousesWords)['ru']>>['place'];

function sourceWords({ source, more }: KnownPlace, t: Words): string {
  const first = source.kind === 'order' ? t.fromOrder(source.number) : t.fromWarehouse(source.title);
  return more > 0 ? `${first} ${t.more(more)}` : first;
}

type OffersProps = {
  places: readonly KnownPlace[];
  /** Street and house are given. */
  sought: boolean;
  chosen: LatLon | null;
  onTake: (point: LatLon) => void;
};

function Offers({ places, sought, chosen, onTake }: OffersProps) {
  const t = useWords(warehousesWords).place;
  if (places.length === 0) return <p className={classes.hint}>{sought ? t.offersNone : t.offersHint}</p>;
  return (
    <div className={classes.offers} role="group" aria-label={t.offers}>
      <p className={classes.hint}>{t.offers}</p>
      {places.map((place, index) => {
        const { latitude, longitude } = place.point;
        const taken = same(chosen, { latitude: rounded(latitude), longitude: rounded(longitude) });
        return (
          <button
            key={index}
            type="button"
            className={classes.offer}
            aria-pressed={taken}
            aria-label={t.take(sourceWords(place, t), place.address)}
            onClick={() => onTake(place.point)}
          >
            <span className={classes.sign} aria-hidden>
              {index + 1}
            </span>
            <span className={classes.what}>
              <span>{sourceWords(place, t)}</span>
              <small>{place.address}</small>
            </span>
            {taken && <em>{t.taken}</em>}
          </button>
        );
      })}
    </div>
  );
}
