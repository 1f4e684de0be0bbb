/** The courier of one order, changed in place: a popover with the couriers, best first. Fetched on the first press. */
import { Popover } from '@mantine/core';
import type { ReactElement } from 'react';
import { CourierPicker } from '#src/components/commands/CourierPicker.tsx';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import classes from './CourierCell.module.css';

type CourierChangeProps = {
  order: DispatchOrder;
  label: string;
  onClose: () => void;
  children: ReactElement;
};

/** `children`: the button that opened it. */
export function CourierChange({ order, label, onClose, children }: CourierChangeProps) {
  return (
    <Popover
      opened
      onDismiss={onClose}
      position="bottom-start"
      width={340}
      trapFocus
      withinPortal
      classNames={{ dropdown: classes.popover }}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown p={0} aria-label={label}>
        <CourierPicker order={order} onClose={onClose} />
      </Popover.Dropdown>
    </Popover>
  );
}
