/** All fields of an iRECA order, in the order in which a dispatcher hears them on the phone. */
import { GoodsEditor } from '#src/components/goods/GoodsEditor.tsx';
import { FormSection } from '#src/components/form/FormPage.tsx';
import { editorWords } from '#src/locales/editorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { FieldGroupBox } from './FieldGroupBox.tsx';
import { OrderSection } from './OrderSection.tsx';
import { PaymentSection } from './PaymentSection.tsx';
import { ClientSection, FromSection, ToSection, WindowSection } from './PlaceSections.tsx';
import type { FieldsProps } from './fieldsProps.ts';
import type { FieldsScope } from './useFormErrors.ts';
import classes from './EditorFields.module.css';

/**
 * @param props.scope goes around the fields.
 * @param props.openedStatus delivery status that the order came with; null = a new order.
 * @param props.freeNumber a number that no known order has, for a new order.
 */
export function OrderFields(
  props: FieldsProps & {
    scope: FieldsScope;
    openedStatus?: string | null;
    freeNumber?: string | null;
  },
) {
  const { scope, openedStatus = null, freeNumber = null, ...fields } = props;
  const { values, change, errors, disabled } = fields;
  const t = useWords(editorWords).sections;
  return (
    <div className={classes.fields} ref={scope}>
      <OrderSection {...fields} openedStatus={openedStatus} freeNumber={freeNumber} />
      <ClientSection {...fields} />
      <ToSection {...fields} />
      <WindowSection {...fields} />
      <PaymentSection {...fields} />
      <FormSection title={t.goods} wide>
        <FieldGroupBox group="goods" onLeave={errors.leave}>
          <GoodsEditor
            lines={values.goods}
            errors={errors.goods}
            error={errors.at('goods')}
            disabled={disabled}
            onChange={(goods) => change({ goods })}
          />
        </FieldGroupBox>
      </FormSection>
      <FromSection {...fields} />
    </div>
  );
}
