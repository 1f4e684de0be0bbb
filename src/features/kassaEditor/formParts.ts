/** What every part of the form is given. */
import type { KassaOrderErrors } from '#src/domain/kassaOrderCheck.ts';
import type { KassaOrderDraft } from '#src/domain/kassaOrderForm.ts';

export type PartProps = {
  values: KassaOrderDraft;
  change: (part: Partial<KassaOrderDraft>) => void;
  /** Empty until the form was tried to be sent. */
  errors: KassaOrderErrors;
  /** What Kassa said against a field (`address`, `client.phone`), null = nothing of this one. */
  refused: (field: string) => string | null;
};
