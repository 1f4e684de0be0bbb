/** What each part of the form is given. */
import type { OrderFormValues } from '#src/domain/orderForm.ts';
import type { FormErrors } from './useFormErrors.ts';

export type FieldsProps = {
  values: OrderFormValues;
  change: (part: Partial<OrderFormValues>) => void;
  errors: FormErrors;
  disabled: boolean;
};
