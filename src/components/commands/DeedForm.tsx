/** What the dialogs of the rarer deeds share: notices, what is asked, what will happen to each order, one button. */
import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { deedsWords } from '#src/locales/deedsWords.ts';
import { DraftNotices } from './DraftNotices.tsx';
import { LongList } from './LongList.tsx';
import { OrderLine } from './OrderLine.tsx';
import { barWords } from './barWords.ts';
import type { CommandDraft } from './commandDraft.ts';
import type { NewRun } from './commandRun.ts';
import { useCommandStore } from './commandStore.ts';
import type { useDraftOrders } from './useDraftOrders.ts';
import { useStateWords } from './useStateWords.ts';
import frame from './dialogForm.module.css';
import deeds from './deeds.module.css';
import dialog from './dialog.module.css';

/** One order to which it will happen. */
export type DeedLine = { order: DispatchOrder; note?: string; warn?: boolean };

type DeedFormProps<Why extends string> = {
  draft: CommandDraft;
  found: ReturnType<typeof useDraftOrders>;
  /** What will happen, counted; stands above everything. */
  will: (n: number) => string;
  /** Heading of the orders to which it will happen. */
  group: string;
  legal: DeedLine[];
  /** Orders that are left out; those with a command in flight are added here. */
  out: { order: DispatchOrder; why: Why }[];
  words: Readonly<Record<Why | 'pending', string>>;
  submit: string;
  danger?: boolean;
  /** The button waits: something that only the dispatcher can give is missing. */
  blocked?: boolean;
  /** Beside the button: what to know before it is pressed. */
  hint?: ReactNode;
  /** Stands between the list and the button. */
  above?: ReactNode;
  /** False: something is missing and is said at its place; the dialog stays. */
  check?: () => boolean;
  /** What is sent for the orders that are as they were shown; asked once, after the dialog was closed. */
  command: () => Pick<NewRun, 'action' | 'targets'>;
  /** What is asked; null when none of the orders could be touched whatever is answered. */
  children: ReactNode;
};

export function DeedForm<Why extends string>(props: DeedFormProps<Why>) {
  const { draft, found, will, group, legal, out, words, submit, danger, blocked, hint, check, command } =
    props;
  const t = useText().commands;
  const d = useWords(deedsWords);
  const { closeDialog, start } = useCommandStore.getState();
  const rest: { order: DispatchOrder; why: Why | 'pending' }[] = [
    ...out,
    ...found.pending.map((order) => ({ order, why: 'pending' as const })),
  ];
  const nothing = legal.length === 0;

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (nothing || blocked || check?.() === false) return;
    // The dialog is closed in the same breath, so a second click finds nothing to send.
    if (useCommandStore.getState().dialog !== draft) return;
    closeDialog();
    start({ ...command(), heldBack: found.changed });
  };

  const overview = [
    legal.length > 0 && will(legal.length),
    rest.length > 0 &&
      t.cannot(
        rest.length,
        barWords(
          rest.map(({ why }) => why),
          words,
        ),
      ),
  ];
  return (
    <form className={frame.form} onSubmit={send} noValidate>
      <DraftNotices changed={found.changed} gone={found.gone} troubles={found.troubles} />
      <p className={frame.overview} aria-live="polite">
        {overview.filter(Boolean).join(t.dot)}
        {found.known && nothing && !props.children && <strong>{t.draft.nothing}</strong>}
      </p>
      <div className={frame.scroll} tabIndex={0} role="group" aria-label={group}>
        {props.children}
        {!nothing && (
          <section className={frame.group}>
            <h3>{t.cancel.groupCount(group, legal.length)}</h3>
            <LongList items={legal}>{(line) => <LegalLine key={line.order.key} {...line} />}</LongList>
          </section>
        )}
        {rest.length > 0 && (
          <section className={frame.group} data-out>
            <h3>{t.cancel.groupCount(d.out, rest.length)}</h3>
            <LongList items={rest}>
              {({ order, why }) => <OrderLine key={order.key} order={order} tone="out" note={words[why]} />}
            </LongList>
          </section>
        )}
      </div>
      {props.above}
      <footer className={dialog.footer}>
        <Button variant="subtle" color="gray" onClick={closeDialog}>
          {t.close}
        </Button>
        <p className={dialog.summary}>{!nothing && hint}</p>
        <Button
          className={`${dialog.submit} ${danger ? deeds.danger : deeds.main}`}
          type="submit"
          disabled={nothing || blocked}
        >
          {submit}
        </Button>
      </footer>
    </form>
  );
}

/** Names the state: whoever changes an order that a courier carries should see that he carries it. */
function LegalLine({ order, note, warn }: DeedLine) {
  const states = useStateWords();
  return (
    <OrderLine
      order={order}
      aside={states.whole(order.system, order.seen)}
      note={note}
      {...(warn && { tone: 'warn' as const })}
    />
  );
}
