/** What every part of the refund form is given. */
import type { RefundSheet } from '#src/domain/refund.ts';
import type { RefundErrors } from '#src/domain/refundCheck.ts';
import type { RefundDraft } from '#src/domain/refundForm.ts';

export type PartProps = {
  values: RefundDraft;
  sheet: RefundSheet;
  change: (part: Partial<RefundDraft>) => void;
  /** Empty until the form was tried to be sent. */
  errors: RefundErrors;
  /** What iRECA said against a field, null = nothing of this one. */
  refused: (field: string) => string | null;
};
