/** «Копировать» in the menu of a card: its number, address, phone, or all of it as text. */
import { Menu } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useStatusTitle } from '#src/components/orders/statusTitle.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { orderAsText } from './orderAsText.ts';
import { useCardFormat } from './parts/useCardFormat.ts';
import { windowWords } from './windowWords.ts';

type CopyItemsProps = {
  order: DispatchOrder;
  /** One line of text per good; empty until the whole order is read. */
  goods: readonly string[];
  /** Says itself how it went: the menu is closed by then. */
  copy: (text: string, what: string) => Promise<void>;
};

export function CopyItems({ order, goods, copy }: CopyItemsProps) {
  const words = useWords(orderWords);
  const t = words.deeds;
  const wholeText = useWholeText(order, goods);
  const phone = useCardFormat().phone(order.phone);
  const item = (label: string, text: string) => (
    <Menu.Item
      leftSection={<IconCopy size={15} stroke={1.7} />}
      disabled={text === ''}
      onClick={() => void copy(text, label.toLowerCase())}
    >
      {label}
    </Menu.Item>
  );
  return (
    <>
      <Menu.Label>{t.copy}</Menu.Label>
      {item(t.copyNumber, order.number)}
      {item(t.copyAddress, order.address)}
      {item(t.copyPhone, phone)}
      {item(t.copyAll, wholeText)}
    </>
  );
}

function useWholeText(order: DispatchOrder, goods: readonly string[]): string {
  const words = useWords(orderWords);
  const { table } = useText().orders;
  const titleOf = useStatusTitle();
  const { directory } = useCourierDirectory();
  const format = useCardFormat();
  const window = windowWords(order, format, table.until);
  const courier = directory ? courierOf(order, directory) : null;
  return orderAsText({
    title: words.card(order.number),
    lines: [
      [words.state.delivery, titleOf(order)],
      [words.glance.window, window && `${window.time}, ${window.day}`],
      [words.glance.to, order.selfPickUp ? words.glance.selfPickUp : order.address],
      [words.glance.client, order.client],
      [words.client.phone, format.phone(order.phone)],
      [words.glance.courier, courier?.title ?? null],
      [words.glance.total, order.amount === null ? null : format.sum(order.amount)],
      [words.glance.comment, order.comment],
    ],
    goods,
  });
}
