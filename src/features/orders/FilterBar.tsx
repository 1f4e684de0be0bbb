/** The filters, what they hide, and how the table looks. */
import { IconKeyboard, IconMap2, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '#src/locales/language.tsx';
import { FacetFilter } from './FacetFilter.tsx';
import type { OrdersView } from './ordersView.ts';
import { CLEARED, FACETS, isNarrowed } from './ordersView.ts';
import { TableView } from './TableView.tsx';
import type { useFacets } from './useFacets.ts';
import classes from './FilterBar.module.css';

type FilterBarProps = {
  view: OrdersView;
  change: (part: Partial<OrdersView>) => void;
  facets: ReturnType<typeof useFacets>;
  /** How many orders of the chosen counter the filters hide; null = not known yet. */
  hidden: number | null;
  paneOpen: boolean;
  onTogglePane: () => void;
  onHelp: () => void;
  /** Narrow screen: no columns to choose. */
  cards: boolean;
};

export function FilterBar({
  view,
  change,
  facets,
  hidden,
  paneOpen,
  onTogglePane,
  onHelp,
  cards,
}: FilterBarProps) {
  const text = useText().orders;
  const t = text.filters;
  const narrowed = isNarrowed(view);
  return (
    <div className={classes.bar} role="group" aria-label={t.label}>
      <div className={classes.facets}>
        {view.query.trim() !== '' && (
          <span className={classes.facet} data-chosen>
            <span className={classes.pill} data-still>
              <span className={classes.pillText}>{t.query(view.query)}</span>
            </span>
            <IconAction label={t.clearQuery} className={classes.remove} onClick={() => change({ query: '' })}>
              <IconX size={13} stroke={2} aria-hidden />
            </IconAction>
          </span>
        )}
        {FACETS.map((facet) => (
          <FacetFilter
            key={facet}
            name={t[facet]}
            chosen={view[facet].map(String)}
            options={() => facets.options(facet, view[facet].map(String))}
            labelOf={(value) => facets.labelOf(facet, value)}
            onChange={(chosen) => change(facets.change(facet, chosen))}
          />
        ))}
        {narrowed && (
          <button type="button" className={classes.reset} onClick={() => change(CLEARED)}>
            {t.reset}
          </button>
        )}
      </div>
      <div className={classes.side}>
        {narrowed && hidden !== null && <span className={classes.hidden}>{t.hidden(hidden)}</span>}
        {!cards && <TableView />}
        {!cards && (
          <IconAction label={text.keys.open} className={classes.icon} onClick={onHelp}>
            <IconKeyboard size={17} stroke={1.7} aria-hidden />
          </IconAction>
        )}
        {!paneOpen && (
          <button type="button" className={classes.map} onClick={onTogglePane}>
            <IconMap2 size={16} stroke={1.7} aria-hidden />
            {text.pane.short}
          </button>
        )}
      </div>
    </div>
  );
}

type IconActionProps = { label: string; className?: string; onClick: () => void; children: ReactNode };

function IconAction({ label, className, onClick, children }: IconActionProps) {
  return (
    <button type="button" className={className} aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}
