/** What kind of order it is: its number, status, taxes, how it is settled. */
import { Button, Checkbox, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { FormSection } from '#src/components/form/FormPage.tsx';
import fields from '#src/components/form/fields.module.css';
import type { TaxSystem } from '#src/contracts/kassa/newOrder.ts';
import { FIRST_STATUSES, TAX_SYSTEMS } from '#src/contracts/kassa/newOrder.ts';
import type { KassaOrderDraft, Settlement } from '#src/domain/kassaOrderForm.ts';
import { SETTLEMENTS } from '#src/domain/kassaOrderForm.ts';
import { kassaEditorWords } from '#src/locales/kassaEditorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { useFieldWords } from './fieldWords.ts';
import type { PartProps } from './formParts.ts';
import classes from './kassaEditor.module.css';

/** The text recommends ACCEPTED («Используем при создании заказа»), so it stands first. */
const STATUSES = [...FIRST_STATUSES].reverse();

/** `suggested`: the number that is sent while none is typed. */
export function OrderSection({
  values,
  change,
  errors,
  refused,
  suggested,
}: PartProps & { suggested: string }) {
  const t = useWords(kassaEditorWords).order;
  const words = useFieldWords();
  const own = values.externalId !== null && values.externalId !== suggested && suggested !== '';
  return (
    <FormSection title={t.title}>
      <div className={fields.pair}>
        <TextInput
          label={t.externalId}
          name="externalId"
          value={values.externalId ?? suggested}
          onChange={(event) => change({ externalId: event.currentTarget.value })}
          description={values.externalId === null && suggested !== '' ? t.suggested : t.externalIdHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={words(errors.externalId, 'externalId') ?? refused('externalId')}
          withAsterisk
          required
          autoComplete="off"
          rightSectionWidth={own ? 96 : undefined}
          rightSection={
            own && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                onClick={() => change({ externalId: null })}
              >
                {suggested}
              </Button>
            )
          }
        />
        <NativeSelect
          label={t.taxSystem}
          name="taxSystem"
          value={values.taxSystem}
          onChange={(event) => change({ taxSystem: event.currentTarget.value as TaxSystem })}
          data={TAX_SYSTEMS.map((value) => ({ value, label: t.taxSystems[value] }))}
          error={refused('taxSystem')}
        />
      </div>
      <div className={classes.choice}>
        <span id="kassa-status">{t.status}</span>
        <SegmentedControl
          aria-labelledby="kassa-status"
          value={values.status}
          onChange={(status) => change({ status: status as KassaOrderDraft['status'] })}
          data={STATUSES.map((value) => ({ value, label: t.statuses[value] }))}
        />
        <small>{refused('status') ?? t.statusHints[values.status]}</small>
      </div>
      <div className={classes.choice}>
        <span id="kassa-settlement">{t.settlement}</span>
        <SegmentedControl
          aria-labelledby="kassa-settlement"
          value={values.settlement}
          onChange={(settlement) => change({ settlement: settlement as Settlement })}
          data={SETTLEMENTS.map((value) => ({ value, label: t.settlements[value] }))}
        />
      </div>
      <Checkbox
        label={t.paid}
        name="paid"
        checked={values.paid}
        onChange={(event) => change({ paid: event.currentTarget.checked })}
      />
    </FormSection>
  );
}
