/** What the form keeps on this computer: the typed values, and what they are to be compared with when they are saved. */
import type { ReadOrder } from '#src/api/order.ts';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import type { Row } from '#src/contracts/wire.ts';
import { isRow } from '#src/contracts/wire.ts';
import type { OrderFormValues } from '#src/domain/orderForm.ts';
import { blankOrder } from '#src/domain/orderForm.ts';

export type EditorDraft = {
  values: OrderFormValues;
  /** The reading that was opened; null for a new order. With it another's changes are still told apart after a reload. */
  opened: { raw: Row; etag: string } | null;
  /** False: the number is still the suggested one and follows the feed. */
  ownNumber: boolean;
  /** A new order was sent under this number and no answer was final: finding it is no clash, it is ours. */
  sentId: string | null;
};

/** A new order, also a copy. */
export const newDraft = (values: OrderFormValues): EditorDraft => ({
  values,
  opened: null,
  ownNumber: false,
  sentId: null,
});

/** An order that was read. */
export const editDraft = (values: OrderFormValues, { raw, etag }: ReadOrder): EditorDraft => ({
  values,
  opened: { raw, etag },
  ownNumber: true,
  sentId: null,
});

function sameShape(sample: unknown, kept: unknown): boolean {
  if (sample === null) return true;
  if (Array.isArray(sample)) return Array.isArray(kept) && kept.every(isRow);
  if (!isRow(sample)) return typeof sample === typeof kept;
  return isRow(kept) && Object.keys(sample).every((key) => key in kept && sameShape(sample[key], kept[key]));
}

/** A draft of another version of this form is dropped, not half filled in. */
export function isEditorDraft(kept: unknown): kept is EditorDraft {
  if (!isRow(kept) || !sameShape(blankOrder(), kept['values'])) return false;
  const { opened, ownNumber } = kept;
  if (typeof ownNumber !== 'boolean' || !('sentId' in kept)) return false;
  if (opened === null) return true;
  return (
    isRow(opened) &&
    isRow(opened['raw']) &&
    typeof opened['etag'] === 'string' &&
    irecaOrderSchema.safeParse(opened['raw']).success
  );
}
