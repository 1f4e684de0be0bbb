/** One field of a record, by its kind. */
import { TextInput, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { afterPress } from '#src/components/form/afterPress.ts';
import { DayField } from '#src/components/form/DayField.tsx';
import { MoneyInput } from '#src/components/form/MoneyInput.tsx';
import { NumberField } from '#src/components/form/NumberField.tsx';
import type { FieldSpec } from '#src/domain/declaration.ts';
import type { FieldValue, StockLine } from '#src/domain/recordDraft.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import { ReferenceField } from './ReferenceField.tsx';
import { SecretField } from './SecretField.tsx';
import { StockField } from './StockField.tsx';
import { SuggestField } from './SuggestField.tsx';
import { WithPicture } from './WithPicture.tsx';
import classes from './recordFields.module.css';
import type { RecordEditing } from './recordEditing.ts';

/** What draws a place: a map with a field, given by a page that has one. */
export type PointSlot = {
  label: string;
  value: LatLon | null;
  onChange: (point: LatLon | null) => void;
  error: string | null;
  disabled: boolean;
};

type RecordFieldProps = {
  editor: RecordEditing;
  field: FieldSpec;
  renderPoint?: (slot: PointSlot) => ReactNode;
};

/** Takes the whole width of the form. */
const isWide = ({ kind, long, check, key, secret }: FieldSpec) =>
  kind === 'stock' || kind === 'point' || long || secret || check === 'url' || key === 'title';

export function RecordField({ editor, field, renderPoint }: RecordFieldProps) {
  return (
    <div
      className={classes.field}
      data-field={field.key}
      data-wide={isWide(field) || undefined}
      data-own-id={field.key === editor.list.source.idKey || undefined}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) afterPress(() => editor.leave(field.key));
      }}
    >
      <Control editor={editor} field={field} renderPoint={renderPoint} />
    </div>
  );
}

function Control({ editor, field, renderPoint }: RecordFieldProps) {
  const { key, kind, from, required, secret } = field;
  const value: FieldValue = editor.values[key] ?? null;
  const common = {
    label: editor.labels[key] ?? key,
    error: editor.said(key),
    disabled: editor.busy,
    name: key,
  };
  const change = (next: FieldValue) => editor.set(key, next);
  const hint = useHint(editor, field);
  if (secret) {
    return (
      <SecretField {...common} value={String(value ?? '')} onChange={change} stored={editor.id !== null} />
    );
  }
  switch (kind) {
    case 'money':
      return (
        <MoneyInput
          {...common}
          value={value as number | null}
          onChange={change}
          required={required}
          description={hint}
        />
      );
    case 'number':
      return <NumberField {...common} value={value as number | null} onChange={change} required={required} />;
    case 'day':
      return (
        <DayField
          {...common}
          value={String(value ?? '')}
          onChange={change}
          required={required}
          description={hint}
          past
        />
      );
    case 'stock':
      return (
        <StockField
          {...common}
          from={from ?? 'warehouses'}
          value={(value ?? []) as readonly StockLine[]}
          onChange={change}
        />
      );
    case 'point':
      return renderPoint?.({ ...common, value: value as LatLon | null, onChange: change });
    case 'reference':
      return (
        <ReferenceField
          {...common}
          from={from ?? editor.list.slug}
          value={String(value ?? '')}
          onChange={change}
          required={required}
          except={from === editor.list.slug ? editor.branch : undefined}
        />
      );
    case 'text':
      return <TextControl editor={editor} field={field} hint={hint} />;
  }
}

const INPUT_MODES = { id: 'numeric', inn: 'numeric', phone: 'tel', email: 'email', url: 'url' } as const;

function TextControl({ editor, field, hint }: { editor: RecordEditing; field: FieldSpec; hint?: string }) {
  const { key, check, long, from, required, otherwise } = field;
  const value = String(editor.values[key] ?? '');
  const common = {
    label: editor.labels[key] ?? key,
    error: editor.said(key),
    disabled: editor.busy,
    name: key,
  };
  if (from) {
    return (
      <SuggestField
        {...common}
        from={from}
        value={value}
        onChange={(text) => editor.set(key, text)}
        required={required}
      />
    );
  }
  const marks = {
    ...common,
    value,
    description: hint,
    withAsterisk: required && !otherwise,
    required: required && !otherwise,
    autoComplete: 'off',
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      editor.set(key, currentTarget.value),
  };
  if (long) return <Textarea {...marks} autosize minRows={2} maxRows={8} />;
  const fallback = otherwise?.map((other) => String(editor.values[other] ?? '').trim()).filter(Boolean);
  const input = (
    <TextInput
      {...marks}
      placeholder={fallback?.join(' ') || undefined}
      inputMode={check && INPUT_MODES[check]}
      spellCheck={check ? false : undefined}
    />
  );
  return check === 'url' ? <WithPicture address={value}>{input}</WithPicture> : input;
}

/** What is to be known of a field before it is filled in. */
function useHint({ id, values, list }: RecordEditing, { key, otherwise }: FieldSpec): string | undefined {
  const t = useWords(recordFormWords).hint;
  if (key === list.source.idKey && id === null) return values[key] === '' ? t.proposing : t.proposed;
  if (otherwise) return t.title;
  return key === 'birthday' ? t.birthday : undefined;
}
