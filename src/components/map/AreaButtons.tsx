/** The button that takes up a tool for selecting orders by area. It stands among the map's buttons. */
import { Menu } from '@mantine/core';
import { IconMarquee2, IconPolygon, IconRectangle, IconSelectAll } from '@tabler/icons-react';
import { useState } from 'react';
import { areaWords } from '#src/locales/areaWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './AreaButtons.module.css';
import type { AreaTool } from './areaTool.ts';
import { useAreaTool } from './areaTool.ts';
import { MapButton } from './MapButtons.tsx';

const ICON = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;
const IN_HAND: Record<AreaTool, typeof IconPolygon> = { rectangle: IconRectangle, polygon: IconPolygon };

/** With a tool in hand the button shows it, and a press puts it down. */
export function AreaButtons() {
  const t = useWords(areaWords);
  const tool = useAreaTool((state) => state.tool);
  const take = useAreaTool((state) => state.take);
  const selectInView = useAreaTool((state) => state.selectInView);
  const [open, setOpen] = useState(false);
  const Icon = tool ? IN_HAND[tool] : IconMarquee2;
  return (
    <Menu
      opened={open && tool === null}
      onChange={(next) => (tool ? take(null) : setOpen(next))}
      position="left-start"
      width={292}
      withinPortal
      middlewares={{ shift: { padding: 8 } }}
    >
      <Menu.Target>
        <MapButton label={tool ? t.putDown : t.title} pressed={tool !== null} data-area={tool ?? undefined}>
          <Icon {...ICON} />
        </MapButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <Menu.Item
          leftSection={<IconRectangle {...ICON} />}
          rightSection={<kbd className={classes.keys}>{t.rectangleKeys}</kbd>}
          onClick={() => take('rectangle')}
        >
          {t.rectangle}
        </Menu.Item>
        <Menu.Item leftSection={<IconPolygon {...ICON} />} onClick={() => take('polygon')}>
          {t.polygon}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconSelectAll {...ICON} />}
          rightSection={<kbd className={classes.keys}>{t.inViewKeys}</kbd>}
          disabled={selectInView === null}
          onClick={() => selectInView?.()}
        >
          {t.inView}
        </Menu.Item>
        <Menu.Label className={classes.note}>{t.modifiers}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
