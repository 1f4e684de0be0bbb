/** «Сменить адрес»: one line, as iRECA takes it; for many orders the same one. */
import { Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { readdressPlan } from '#src/domain/movePlan.ts';
import { deedsWords } from '#src/locales/deedsWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { DeedForm } from './DeedForm.tsx';
import { DeedModal } from './DeedModal.tsx';
import type { ReaddressDraft } from './commandDraft.ts';
import { runTarget } from './commandRun.ts';
import { useCommandStore } from './commandStore.ts';
import { useDraftOrders } from './useDraftOrders.ts';
import frame from './dialogForm.module.css';
import classes from './DeedForm.module.css';

const LONGEST = 500;

/** @param props.draft null = closed. */
export function ReaddressDialog({ draft }: { draft: ReaddressDraft | null }) {
  const t = useWords(deedsWords).readdress;
  return (
    <DeedModal draft={draft} title={t.title}>
      {(open) => <ReaddressForm draft={open} />}
    </DeedModal>
  );
}

function ReaddressForm({ draft }: { draft: ReaddressDraft }) {
  const text = useText();
  const d = useWords(deedsWords);
  const t = d.readdress;
  const { patchDialog } = useCommandStore.getState();
  const found = useDraftOrders(draft);
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const single = draft.orders.length === 1 ? found.orders[0] : undefined;
  const typed = draft.address ?? single?.address ?? '';
  // A line break is no part of a line.
  const addressTo = typed.replace(/\s+/g, ' ').trim();
  // Before anything is typed nothing is the same: the present address only stands there to be changed.
  const plan = readdressPlan(found.orders, draft.address === null ? '' : addressTo);
  const error = tried && addressTo === '' ? t.required : null;

  return (
    <DeedForm
      draft={draft}
      found={found}
      will={t.will}
      group={t.group}
      legal={plan.legal.map((order) => ({ order }))}
      out={plan.illegal}
      words={{ ...text.commands.bar, same: d.same.address }}
      submit={t.submit(plan.legal.length)}
      blocked={draft.address === null && single !== undefined}
      check={() => {
        if (addressTo !== '') return true;
        setTried(true);
        field.current?.focus();
        return false;
      }}
      command={() => ({
        action: { type: 'readdress', addressTo },
        targets: plan.legal.map((order) => runTarget(order, { shownAddress: order.address })),
      })}
    >
      {readdressPlan(found.orders, '').legal.length > 0 && (
        <div className={classes.fields}>
          <Textarea
            ref={field}
            className={classes.wide}
            classNames={{ input: frame.input }}
            label={t.label}
            placeholder={t.placeholder}
            required
            data-autofocus
            rows={1}
            maxLength={LONGEST}
            value={typed}
            error={error}
            onChange={(event) => patchDialog({ address: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
          <p className={classes.note}>{plan.legal.length === 1 ? t.one : t.many(plan.legal.length)}</p>
        </div>
      )}
    </DeedForm>
  );
}
