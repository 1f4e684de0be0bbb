/** The form of a new order of the cash desk: kept while it is typed, checked as a whole, sent once. */
import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { useAppConfig } from '#src/api/appConfig.ts';
import { LineNote, RestoredNote } from '#src/components/form/FormNotes.tsx';
import { FormPage } from '#src/components/form/FormPage.tsx';
import { LeaveGuard } from '#src/components/form/LeaveGuard.tsx';
import { focusFirstWrong, leaveField } from '#src/components/form/firstWrong.ts';
import { leaveFreely } from '#src/components/form/leaveFreely.ts';
import { useDraft } from '#src/components/form/useDraft.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { newKassaOrder } from '#src/domain/kassaOrderBody.ts';
import type { KassaOrderErrors } from '#src/domain/kassaOrderCheck.ts';
import { checkKassaOrder, countKassaErrors } from '#src/domain/kassaOrderCheck.ts';
import type { KassaOrderDraft } from '#src/domain/kassaOrderForm.ts';
import { blankKassaOrder, isKassaOrderDraft } from '#src/domain/kassaOrderForm.ts';
import { orderAddress, paths } from '#src/lib/paths.ts';
import { kassaEditorWords } from '#src/locales/kassaEditorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { ClientSection } from './ClientSection.tsx';
import { DeliverySection } from './DeliverySection.tsx';
import { ItemsSection } from './ItemsSection.tsx';
import { KassaTotals } from './KassaTotals.tsx';
import { OrderSection } from './OrderSection.tsx';
import { OutcomeNote } from './OutcomeNote.tsx';
import { ResponsibleSection } from './ResponsibleSection.tsx';
import { SystemSwitch } from './SystemSwitch.tsx';
import { useKassaCreate } from './useKassaCreate.ts';
import { useKassaNumbers } from './useKassaNumbers.ts';

const NO_ERRORS: KassaOrderErrors = {};

export function KassaForm() {
  const t = useWords(kassaEditorWords);
  const format = useFormat();
  const navigate = useNavigate();
  const { timeZone } = useAppConfig();
  const [blank] = useState(blankKassaOrder);
  const draft = useDraft('kassa.new', blank, isKassaOrderDraft);
  const { values, setValues, restoredAt, reset } = draft;
  const { taken, next } = useKassaNumbers();
  const [tried, setTried] = useState(false);

  const open = (id: string) => {
    reset(blank);
    leaveFreely(() => void navigate(orderAddress('kassa', id), { replace: true }));
  };
  const { outcome, send, forget } = useKassaCreate(open);

  const settled = useMemo(() => ({ ...values, externalId: values.externalId ?? next }), [values, next]);
  const found = useMemo(
    () => (tried ? checkKassaOrder(settled, { taken, timeZone }) : null),
    [tried, settled, taken, timeZone],
  );
  const busy = outcome.step === 'sending';
  // While nobody knows whether it was made, only the note's own button sends once more.
  const waits = outcome.step === 'checking' || outcome.step === 'unreadable' || outcome.step === 'found';
  const dirty = values !== blank && outcome.step !== 'found';

  const change = (part: Partial<KassaOrderDraft>) => {
    forget();
    setValues((held) => ({ ...held, ...part }));
  };
  const trySending = (form: HTMLFormElement) => {
    if (busy) return;
    flushSync(() => leaveField(form));
    flushSync(() => {
      forget();
      setTried(true);
    });
    if (checkKassaOrder(settled, { taken, timeZone }) || form.querySelector('[aria-invalid="true"]')) {
      focusFirstWrong(form);
      return;
    }
    void send(newKassaOrder(settled, timeZone, Date.now()));
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!waits) trySending(event.currentTarget);
  };
  const startAnew = () => {
    reset(blank);
    setTried(false);
    forget();
  };

  const refused = (field: string) =>
    outcome.step === 'failed' && outcome.field === field && outcome.error instanceof Error
      ? outcome.error.message
      : null;
  const part = { values, change, errors: found ?? NO_ERRORS, refused };

  return (
    <FormPage
      title={t.title}
      backTo={paths.orders}
      busy={busy}
      onSubmit={submit}
      aside={<SystemSwitch />}
      notes={
        <>
          {restoredAt !== null && (
            <RestoredNote
              words={t.restored(format.dateTime(restoredAt))}
              clear={t.clear}
              onClear={startAnew}
            />
          )}
          {found && (
            <LineNote tone="late" urgent>
              {t.wrong(countKassaErrors(found))}
            </LineNote>
          )}
          <OutcomeNote outcome={outcome} onOpen={open} onSendAgain={trySending} />
        </>
      }
      summary={<KassaTotals values={values} />}
      actions={
        <Button type="submit" loading={busy} disabled={waits}>
          {t.submit}
        </Button>
      }
    >
      <OrderSection {...part} suggested={next} />
      <DeliverySection {...part} />
      <ItemsSection {...part} />
      <ClientSection {...part} />
      <ResponsibleSection {...part} />
      <LeaveGuard dirty={dirty} />
    </FormPage>
  );
}
