/** Who orders: what Kassa keeps of a client. */
import { TextInput } from '@mantine/core';
import { FormSection } from '#src/components/form/FormPage.tsx';
import type { KassaFieldError } from '#src/domain/kassaOrderCheck.ts';
import type { KassaClientValues } from '#src/domain/kassaOrderForm.ts';
import { kassaEditorWords } from '#src/locales/kassaEditorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { useFieldWords } from './fieldWords.ts';
import type { PartProps } from './formParts.ts';
import classes from './kassaEditor.module.css';

const FIELDS = [
  'lastName',
  'firstName',
  'patronymic',
  'phone',
  'email',
  'loyalty',
  'address',
  'organizationName',
  'organizationInn',
  'comment',
] as const satisfies readonly (keyof KassaClientValues)[];

const INPUT_MODES = { phone: 'tel', email: 'email', organizationInn: 'numeric' } as const;
const modeOf = (field: string) => INPUT_MODES[field as keyof typeof INPUT_MODES];

export function ClientSection({ values, change, errors, refused }: PartProps) {
  const t = useWords(kassaEditorWords).client;
  const words = useFieldWords();
  const { client } = values;
  const wrong: Partial<Record<keyof KassaClientValues, KassaFieldError>> = errors.client ?? {};
  return (
    <FormSection title={t.title} hint={t.hint}>
      <div className={classes.client}>
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            className={classes[field]}
            label={t[field]}
            name={`client.${field}`}
            value={client[field]}
            onChange={(event) => change({ client: { ...client, [field]: event.currentTarget.value } })}
            error={words(wrong[field], field) ?? refused(`client.${field}`)}
            inputMode={modeOf(field)}
            autoComplete="off"
          />
        ))}
      </div>
    </FormSection>
  );
}
