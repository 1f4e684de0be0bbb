/** What the map shows, layer by layer. Stands among the map's buttons. */
import { Popover } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '#src/locales/language.tsx';
import { mapToolsWords } from '#src/locales/mapToolsWords.ts';
import { MapButton } from './MapButtons.tsx';
import type { LayerCounts } from './MapLayersList.tsx';
import { MapLayersList } from './MapLayersList.tsx';
import classes from './MapLayersButton.module.css';
import popover from './MapPopover.module.css';
import { useMapLayers } from './mapLayersStore.ts';

/** The button itself says how many layers are hidden: nothing is missing from the map unsaid. */
export function MapLayersButton(counts: LayerCounts) {
  const t = useWords(mapToolsWords).layers;
  const layers = useMapLayers();
  const [open, setOpen] = useState(false);
  const hidden = Object.values(layers).filter((shown) => !shown).length;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="left-start"
      width={264}
      trapFocus
      middlewares={{ shift: { padding: 8 } }}
    >
      <Popover.Target>
        <MapButton label={hidden > 0 ? t.hidden(hidden) : t.title} onClick={() => setOpen(!open)}>
          <IconStack2 size={16} stroke={1.7} aria-hidden />
          {hidden > 0 && (
            <span className={classes.hidden} aria-hidden>
              {hidden}
            </span>
          )}
        </MapButton>
      </Popover.Target>
      <Popover.Dropdown className={popover.dropdown} aria-label={t.title}>
        <p className={popover.title}>{t.title}</p>
        <MapLayersList {...counts} />
      </Popover.Dropdown>
    </Popover>
  );
}
