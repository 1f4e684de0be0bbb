/** «Удалить»: names what will be lost, and works only after the number (or the count) was typed. */
import { TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { deletePlan } from '#src/domain/movePlan.ts';
import { deedsWords } from '#src/locales/deedsWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { DeedForm } from './DeedForm.tsx';
import { DeedModal } from './DeedModal.tsx';
import { FiscalCheck } from './FiscalCheck.tsx';
import type { DeleteDraft } from './commandDraft.ts';
import { runTarget } from './commandRun.ts';
import { useCommandStore } from './commandStore.ts';
import { useDraftOrders } from './useDraftOrders.ts';
import { useFiscalConfirmation } from './useFiscalConfirmation.ts';
import frame from './dialogForm.module.css';
import classes from './DeedForm.module.css';

/** @param props.draft null = closed. */
export function DeleteDialog({ draft }: { draft: DeleteDraft | null }) {
  const t = useWords(deedsWords).delete;
  return (
    <DeedModal draft={draft} title={t.title}>
      {(open) => <DeleteForm draft={open} />}
    </DeedModal>
  );
}

/** What must be typed: one order's number, or how many orders there are. */
const confirmationFor = (orders: readonly DispatchOrder[]): string =>
  orders.length === 1 ? (orders[0]?.number ?? '') : String(orders.length);

const plain = (text: string) => text.trim().toLowerCase();

function DeleteForm({ draft }: { draft: DeleteDraft }) {
  const text = useText();
  const d = useWords(deedsWords);
  const t = d.delete;
  const format = useFormat();
  const { patchDialog } = useCommandStore.getState();
  const found = useDraftOrders(draft);
  const { legal, illegal } = useMemo(() => deletePlan(found.orders), [found.orders]);
  const fiscal = useFiscalConfirmation(legal);

  const wanted = confirmationFor(legal);
  const typed = draft.confirmation !== '' && plain(draft.confirmation) === plain(wanted);
  const kassaToo = illegal.some(({ order }) => order.system === 'kassa');
  return (
    <DeedForm
      draft={draft}
      found={found}
      will={t.will}
      group={t.group}
      legal={legal.map((order) => ({
        order,
        note: [order.client, order.amount !== null && t.lost(format.money(order.amount))]
          .filter(Boolean)
          .join(text.commands.dot),
      }))}
      out={illegal}
      words={{ ...text.commands.bar, same: '' }}
      submit={t.submit(legal.length)}
      danger
      blocked={!typed || !fiscal.clear}
      hint={typed && fiscal.needed && !fiscal.confirmed ? d.fiscal.needed : t.instead}
      above={<FiscalCheck check={fiscal} deed="delete" />}
      command={() => ({
        action: { type: 'delete' },
        targets: legal.map((order) => runTarget(order)),
      })}
    >
      {legal.length > 0 && (
        <div className={classes.fields}>
          <div className={`${classes.warning} ${classes.wide}`}>
            <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
            <div>
              <p>{t.warning(legal.length)}</p>
              {kassaToo && <p>{t.kassa}</p>}
            </div>
          </div>
          <TextInput
            className={classes.wide}
            classNames={{ input: frame.input }}
            label={legal.length === 1 ? t.typeNumber(wanted) : t.typeCount(legal.length)}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            data-autofocus
            value={draft.confirmation}
            error={
              draft.confirmation !== '' && !typed && !plain(wanted).startsWith(plain(draft.confirmation))
                ? t.notAsAsked
                : null
            }
            onChange={(event) => patchDialog({ confirmation: event.currentTarget.value })}
          />
        </div>
      )}
    </DeedForm>
  );
}
