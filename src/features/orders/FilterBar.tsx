/** The filters, what they hide, and how the table looks. */
import { IconFileExport, IconKeyboard, IconMap2, IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMay } from '#src/api/session.ts';
import look from '#src/components/buttons/smallButton.module.css';
import { ExportButton } from '#src/components/exchange/ExportButton.tsx';
import deeds from '#src/components/orders/barDeeds.module.css';
import { newOrderAddress } from '#src/lib/paths.ts';
import { useText } from '#src/locales/language.tsx';
import { FacetFilter } from './FacetFilter.tsx';
import { useOrdersBoard } from './ordersBoard.ts';
import { CLEARED, FACETS, isNarrowed } from './ordersView.ts';
import { TableView } from './TableView.tsx';
import { useFacets } from './useFacets.ts';
import facet from './Facet.module.css';
import classes from './FilterBar.module.css';

type FilterBarProps = {
  /** Narrow screen: no columns to choose, no keys to explain. */
  cards: boolean;
  /** Null = the pane is open. */
  onOpenPane: (() => void) | null;
  onHelp: () => void;
};

export function FilterBar({ cards, onOpenPane, onHelp }: FilterBarProps) {
  const text = useText().orders;
  const t = text.filters;
  const { view, change, board } = useOrdersBoard();
  const { hidden } = board;
  const facets = useFacets(view.view, board);
  const narrowed = isNarrowed(view);
  const mayCreate = useMay('dispatcher');
  return (
    <div className={classes.bar} role="group" aria-label={t.label}>
      <div className={classes.facets}>
        {view.query.trim() !== '' && (
          <span className={facet.facet} data-chosen>
            <span className={facet.pill} data-still>
              <span className={facet.pillText}>{t.query(view.query)}</span>
            </span>
            <IconAction label={t.clearQuery} className={facet.remove} onClick={() => change({ query: '' })}>
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
        {narrowed && hidden !== null && (
          <span className={`${deeds.hidden} ${classes.hidden}`}>{t.hidden(hidden)}</span>
        )}
        <ExportButton
          orders={board.rows}
          name={text.views[view.view]}
          title={text.exchange.menu}
          className={deeds.icon}
          whole
        >
          <IconFileExport size={17} stroke={1.7} aria-hidden />
        </ExportButton>
        {!cards && <TableView />}
        {!cards && (
          <IconAction label={text.keys.open} className={deeds.icon} onClick={onHelp}>
            <IconKeyboard size={17} stroke={1.7} aria-hidden />
          </IconAction>
        )}
        {mayCreate && (
          <Link
            to={newOrderAddress()}
            className={`${deeds.create} ${classes.create}`}
            title={text.exchange.newOrder}
          >
            <IconPlus size={16} stroke={1.9} aria-hidden />
            <span>{text.exchange.newOrder}</span>
          </Link>
        )}
        {onOpenPane && (
          <button type="button" className={`${look.button} ${classes.map}`} onClick={onOpenPane}>
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
