/** Nothing to show, and what to do about it. */
import { Button } from '@mantine/core';
import { Nothing } from '#src/components/records/Nothing.tsx';
import type { System } from '#src/contracts/feed.ts';
import type { View } from '#src/domain/orderFilter.ts';
import { useText } from '#src/locales/language.tsx';

type OrdersEmptyProps = {
  /** There are no orders at all. */
  none: boolean;
  /** Systems that do not answer: with one of them down, «no orders» would be a guess. */
  down: readonly System[];
  view: View;
  /** How many of the counter's orders the filters hide. */
  hidden: number;
  onReset: () => void;
  onShowOpen: () => void;
};

export function OrdersEmpty({ none, down, view, hidden, onReset, onShowOpen }: OrdersEmptyProps) {
  const t = useText().orders;
  if (none && down.length > 0) {
    const names = down.map((system) => t.systems[system]).join(', ');
    return <Nothing title={t.states.unknownTitle} lead={t.states.unknownLead(names)} />;
  }
  if (none) return <Nothing title={t.states.emptyTitle} lead={t.states.emptyLead} />;
  if (hidden > 0) {
    return (
      <Nothing title={t.states.nothingTitle} lead={t.states.nothingLead(hidden)}>
        <Button variant="default" onClick={onReset}>
          {t.states.resetFilters}
        </Button>
      </Nothing>
    );
  }
  return (
    <Nothing title={t.states.emptyViewTitle(t.views[view])} lead={t.states.emptyViewLead[view]}>
      {view !== 'open' && (
        <Button variant="default" onClick={onShowOpen}>
          {t.states.showOpen}
        </Button>
      )}
    </Nothing>
  );
}
