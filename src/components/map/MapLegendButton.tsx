/** Opens the legend beside the map's buttons. */
import { Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#src/locales/language.tsx';
import { MapButton } from './MapButtons.tsx';
import { MapLegend } from './MapLegend.tsx';
import classes from './MapPopover.module.css';

export function MapLegendButton() {
  const t = useText().map.legend;
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="left-end"
      width={580}
      trapFocus
      middlewares={{ shift: { padding: 8 } }}
    >
      <Popover.Target>
        <MapButton label={t.title} onClick={() => setOpen(!open)}>
          <IconInfoCircle size={16} stroke={1.7} aria-hidden />
        </MapButton>
      </Popover.Target>
      {/* Takes the focus itself: there is nothing in it to press, but a low window must scroll it by keyboard. */}
      <Popover.Dropdown className={classes.dropdown} aria-label={t.title} tabIndex={0}>
        <MapLegend />
      </Popover.Dropdown>
    </Popover>
  );
}
