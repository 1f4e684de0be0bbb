/** «Снять курьера»: asks once, with the count in its button, because it empties somebody's list. */
import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { useText } from '#src/locales/language.tsx';
import { barWords } from './barWords.ts';
import type { Part } from './bulkParts.ts';
import { useCommands } from './commandStore.ts';
import bar from './BulkBar.module.css';
import classes from './UnassignButton.module.css';
import deeds from './deeds.module.css';

/** @param props.all how many are selected. */
export function UnassignButton({ part, all }: { part: Part; all: number }) {
  const t = useText().commands;
  const { unassign } = useCommands();
  const [asking, setAsking] = useState(false);
  const n = part.legal.length;
  const confirm = () => {
    setAsking(false);
    unassign(part.legal);
  };
  return (
    <Popover opened={asking} onChange={setAsking} position="top-start" width={300} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={bar.deed} onClick={() => setAsking(!asking)}>
          {n < all ? t.bulk.unassignPart(n, all) : t.bulk.unassign}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.ask} aria-label={t.bulk.unassignTitle(n)}>
        <strong>{t.bulk.unassignTitle(n)}</strong>
        <p>{t.bulk.unassignLead}</p>
        {part.bars.length > 0 && <p>{t.bulk.unassignRest(part.bars.length, barWords(part.bars, t.bar))}</p>}
        <div className={classes.askButtons}>
          <Button variant="subtle" color="gray" size="xs" onClick={() => setAsking(false)}>
            {t.bulk.keep}
          </Button>
          <Button className={deeds.main} size="xs" onClick={confirm} data-autofocus>
            {t.bulk.unassignConfirm(n)}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
