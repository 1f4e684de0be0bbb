/** An address in fields with a point on a small map: click or drag, arrows on the keyboard, or two number fields. */
import { Button, Switch, TextInput } from '@mantine/core';
import { IconMapPin, IconMapPinOff, IconMapSearch, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { PointMap } from '#src/components/map/PointMap.tsx';
import type { LatLon } from '#src/lib/geo.ts';
import { knownPoint } from '#src/lib/geo.ts';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './AddressFields.module.css';
import { NumberField } from './NumberField.tsx';

/** As iRECA's `addressToEntity` is written; the point is null while it is not known. */
export type AddressValue = {
  postindex: string;
  city: string;
  street: string;
  home: string;
  apartment: string;
  latitude: number | null;
  longitude: number | null;
  /** iRECA finds the point by the words itself. */
  isUseGoogleGeo: boolean;
};

export const BLANK_ADDRESS: AddressValue = {
  postindex: '',
  city: '',
  street: '',
  home: '',
  apartment: '',
  latitude: null,
  longitude: null,
  isUseGoogleGeo: false,
};

export type AddressFieldsProps = {
  /** «Куда везти», «Откуда везти»: names the group. */
  legend: string;
  value: AddressValue;
  onChange: (value: AddressValue) => void;
  errors?: Partial<Record<keyof AddressValue, string | null>>;
  required?: boolean;
  disabled?: boolean;
  /** Stands before each field's name (`addressToEntity.`), for focusing a field that an error names. */
  namePrefix?: string;
};

const WORD_FIELDS = ['city', 'postindex', 'street', 'home', 'apartment'] as const;
/** A courier cannot go anywhere with less. */
const REQUIRED: ReadonlySet<string> = new Set(['city', 'street', 'home']);
/** About 10 cm: more is noise of a click. */
const DECIMALS = 6;

const rounded = (degrees: number) => Number(degrees.toFixed(DECIMALS));

/** Fields left, map right; below each other where it is narrow. */
export function AddressFields(props: AddressFieldsProps) {
  const { legend, value, onChange, errors = {}, required = false, disabled = false, namePrefix = '' } = props;
  const t = useWords(formWords).address;
  const change = (part: Partial<AddressValue>) => onChange({ ...value, ...part });
  return (
    <fieldset className={classes.address} aria-label={legend} disabled={disabled}>
      <div className={classes.columns}>
        <div className={classes.words}>
          {WORD_FIELDS.map((field) => (
            <TextInput
              key={field}
              className={classes[field]}
              label={t[field]}
              name={`${namePrefix}${field}`}
              value={value[field]}
              error={errors[field]}
              withAsterisk={required && REQUIRED.has(field)}
              required={required && REQUIRED.has(field)}
              disabled={disabled}
              inputMode={field === 'postindex' ? 'numeric' : undefined}
              autoComplete="off"
              onChange={(event) => change({ [field]: event.currentTarget.value })}
            />
          ))}
          <PointFields
            value={value}
            errors={errors}
            disabled={disabled}
            namePrefix={namePrefix}
            onChange={change}
          />
        </div>
        <AddressMap legend={legend} value={value} disabled={disabled} onChange={change} />
      </div>
    </fieldset>
  );
}

type PartProps = {
  value: AddressValue;
  disabled: boolean;
  onChange: (part: Partial<AddressValue>) => void;
};

function PointFields({
  value,
  errors,
  disabled,
  namePrefix,
  onChange,
}: PartProps & Required<Pick<AddressFieldsProps, 'errors' | 'namePrefix'>>) {
  const t = useWords(formWords).address;
  const { latitude, longitude, isUseGoogleGeo } = value;
  const [remembered, setRemembered] = useState<LatLon | null>(null);
  const off = disabled || isUseGoogleGeo;
  const outOf = (degrees: number | null, most: number, words: string) =>
    degrees !== null && Math.abs(degrees) > most ? words : null;
  const half = !off && (latitude === null) !== (longitude === null);
  const missing = (degrees: number | null) => (half && degrees === null ? t.halfPoint : null);
  const point = knownPoint(latitude, longitude);

  const letIrecaFind = (found: boolean) => {
    // Switched there and back again, one's own point is not lost.
    if (found) {
      setRemembered(point);
      onChange({ isUseGoogleGeo: true, latitude: null, longitude: null });
    } else {
      onChange({ isUseGoogleGeo: false, ...(point === null && remembered) });
    }
  };

  return (
    <div className={classes.point}>
      <div className={classes.state} data-state={isUseGoogleGeo ? 'ireca' : point ? 'set' : 'none'}>
        <PointState byIreca={isUseGoogleGeo} point={point} />
        {point && !off && (
          <Button
            className={classes.remove}
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={14} stroke={1.7} aria-hidden />}
            onClick={() => onChange({ latitude: null, longitude: null })}
          >
            {t.removePoint}
          </Button>
        )}
      </div>
      <NumberField
        label={t.latitude}
        name={`${namePrefix}latitude`}
        value={latitude}
        decimals={DECIMALS}
        disabled={off}
        error={outOf(latitude, 90, t.latitudeRange) ?? errors.latitude ?? missing(latitude)}
        onChange={(degrees) => onChange({ latitude: degrees })}
      />
      <NumberField
        label={t.longitude}
        name={`${namePrefix}longitude`}
        value={longitude}
        decimals={DECIMALS}
        disabled={off}
        error={outOf(longitude, 180, t.longitudeRange) ?? errors.longitude ?? missing(longitude)}
        onChange={(degrees) => onChange({ longitude: degrees })}
      />
      <Switch
        classNames={{ root: classes.geo, description: classes.geoHint }}
        size="xs"
        label={t.googleGeo}
        description={t.googleGeoHint}
        name={`${namePrefix}isUseGoogleGeo`}
        checked={isUseGoogleGeo}
        disabled={disabled}
        onChange={(event) => letIrecaFind(event.currentTarget.checked)}
      />
    </div>
  );
}

function PointState({ byIreca, point }: { byIreca: boolean; point: LatLon | null }) {
  const t = useWords(formWords).address;
  if (byIreca) {
    return (
      <p>
        <IconMapSearch size={16} stroke={1.7} aria-hidden /> {t.pointByIreca}
      </p>
    );
  }
  if (point) {
    return (
      <p>
        <IconMapPin size={16} stroke={1.7} aria-hidden /> {t.pointSet}
      </p>
    );
  }
  return (
    <p>
      <IconMapPinOff size={16} stroke={1.7} aria-hidden />
      <span>
        {t.noPoint}. <small>{t.noPointHint}</small>
      </span>
    </p>
  );
}

function AddressMap({ legend, value, disabled, onChange }: PartProps & { legend: string }) {
  const t = useWords(formWords).address;
  const point = knownPoint(value.latitude, value.longitude);
  const move = ({ latitude, longitude }: LatLon) =>
    onChange({ latitude: rounded(latitude), longitude: rounded(longitude), isUseGoogleGeo: false });
  const home = [value.street, value.home].filter((part) => part.trim() !== '').join(', ');
  return (
    <div className={classes.map} data-off={value.isUseGoogleGeo || undefined}>
      <PointMap
        points={point ? [{ id: 'point', point, label: home || t.pin, kind: 'to' }] : []}
        label={t.map(legend)}
        height={MAP_HEIGHT}
        {...(!disabled && !value.isUseGoogleGeo && { onMove: move, movable: 'point' })}
      />
    </div>
  );
}

const MAP_HEIGHT = 268;
