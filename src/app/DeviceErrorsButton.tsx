/** In the header: new errors of terminals and recorders of couriers on shift, counted; nothing while there are none. */
import { Popover } from '@mantine/core';
import { IconDeviceMobileExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorsPanel } from '#src/components/deviceErrors/ErrorsPanel.tsx';
import { useErrorCalls } from '#src/components/deviceErrors/useErrorCalls.ts';
import { useUnseenErrorCount } from '#src/components/deviceErrors/useUnseenErrors.ts';
import { deviceErrorsWords } from '#src/locales/deviceErrorsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './DeviceErrorsButton.module.css';

export function DeviceErrorsButton() {
  const t = useWords(deviceErrorsWords);
  const count = useUnseenErrorCount();
  const [open, setOpen] = useState(false);
  useErrorCalls();
  // While its panel is open it stays: what was marked can be taken back.
  if (count === 0 && !open) return null;
  const label = t.button(count);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width="min(440px, calc(100vw - 16px))"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.button}
          data-some={count > 0 || undefined}
          aria-label={label}
          title={label}
          onClick={() => setOpen(!open)}
        >
          <IconDeviceMobileExclamation size={17} stroke={1.7} aria-hidden />
          <span aria-hidden>{count}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} className={classes.dropdown}>
        <ErrorsPanel onLeave={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
