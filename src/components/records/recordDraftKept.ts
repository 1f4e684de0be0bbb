/** What the form of a record keeps on this computer: the typed values, and what they are to be compared with. */
import type { OneRecord } from '#src/api/resource.ts';
import type { Row } from '#src/contracts/wire.ts';
import { isRow } from '#src/contracts/wire.ts';
import type { AnyRecord, FieldSpec } from '#src/domain/declaration.ts';
import type { DraftValues } from '#src/domain/recordDraft.ts';
import { draftOf, isDraftOf } from '#src/domain/recordDraft.ts';

/** The reading that was opened. With it another's changes are still told apart after a reload. */
export type Opened = { raw: Row; etag: string; values: DraftValues };

export type KeptRecord = {
  /** Without secrets. */
  values: DraftValues;
  /** Null: a new record. */
  opened: Opened | null;
  /** False: the number is still the proposed one and follows the list. */
  ownId: boolean;
  /** A new record was sent under this number and no answer was final: finding it is no clash, it is ours. */
  sentId: string | null;
};

export const openedFrom = (fields: readonly FieldSpec[], read: OneRecord<AnyRecord>): Opened => ({
  raw: read.raw,
  etag: read.etag,
  values: draftOf(fields, read.record),
});

/** A form into which nothing has been typed yet. */
export const keptOf = (opened: Opened): KeptRecord => ({
  values: opened.values,
  opened,
  ownId: true,
  sentId: null,
});

/** A draft of another version of this form is dropped, not half filled in. */
export const isKeptRecord =
  (fields: readonly FieldSpec[]) =>
  (kept: unknown): kept is KeptRecord => {
    if (!isRow(kept) || typeof kept['ownId'] !== 'boolean' || !('sentId' in kept)) return false;
    const { opened } = kept;
    if (!isDraftOf(fields, kept['values'])) return false;
    if (opened === null) return true;
    return (
      isRow(opened) &&
      isRow(opened['raw']) &&
      typeof opened['etag'] === 'string' &&
      isDraftOf(fields, opened['values'])
    );
  };
