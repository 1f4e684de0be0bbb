/** One filter: a pill that opens a list of values, shows what is chosen, and lets it go with ×. */
import { IconX } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { fetchAhead, lazyPart } from '#src/lib/lazyPart.ts';
import { useText } from '#src/locales/language.tsx';
import { FacetPill } from './FacetPill.tsx';
import classes from './Facet.module.css';

export type FacetOption = {
  value: string;
  label: string;
  /** How many orders of the current view have it. */
  count: number;
  /** Why it cannot be chosen. */
  off?: string;
};

export type FacetFilterProps = {
  name: string;
  chosen: readonly string[];
  /** Called while the list is open. */
  options: () => FacetOption[];
  /** The word for a chosen value, also when no order has it now. */
  labelOf: (value: string) => string;
  onChange: (chosen: string[]) => void;
};

const load = () => import('./FacetPopup.tsx');
const FacetPopup = lazyPart(load, 'FacetPopup');

/** The list itself is fetched when the hand comes near. */
export function FacetFilter(props: FacetFilterProps) {
  const { name, chosen, labelOf, onChange } = props;
  const t = useText().orders.filters;
  const [wanted, setWanted] = useState(false);
  const words = chosen.slice(0, 2).map(labelOf).join(', ');
  const summary = chosen.length > 2 ? `${words}, ${t.more(chosen.length - 2)}` : words;
  const text = chosen.length > 0 ? `${name}: ${summary}` : name;
  const pill = (
    <FacetPill
      text={text}
      aria-haspopup="listbox"
      aria-expanded={false}
      onClick={() => setWanted(true)}
      onPointerEnter={() => fetchAhead(load)}
      onFocus={() => fetchAhead(load)}
    />
  );
  return (
    <span className={classes.facet} data-chosen={chosen.length > 0 || undefined}>
      {wanted ? (
        <Suspense fallback={pill}>
          <FacetPopup {...props} text={text} />
        </Suspense>
      ) : (
        pill
      )}
      {chosen.length > 0 && (
        <button
          type="button"
          className={classes.remove}
          aria-label={t.remove(name, summary)}
          onClick={() => onChange([])}
        >
          <IconX size={13} stroke={2} aria-hidden />
        </button>
      )}
    </span>
  );
}
