/** One filter: a pill that opens a list of values, shows what is chosen, and lets it go with ×. */
import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { fold } from '#src/lib/text.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './FilterBar.module.css';

export type FacetOption = {
  value: string;
  label: string;
  /** How many orders of the current view have it; null = not counted. */
  count: number | null;
  /** Why it cannot be chosen. */
  off?: string;
};

type FacetFilterProps = {
  name: string;
  chosen: readonly string[];
  /** Called when the list opens and while it is open. */
  options: () => FacetOption[];
  /** The word for a chosen value, also when no order has it now. */
  labelOf: (value: string) => string;
  onChange: (chosen: string[]) => void;
};

/** Longer lists get a search field; of very long ones only the first are drawn. */
const SEARCH_FROM = 9;
const MOST = 80;

export function FacetFilter({ name, chosen, options, labelOf, onChange }: FacetFilterProps) {
  const t = useText().orders.filters;
  // What is ticked while the list is open: the address follows a moment later, the next key may come before that.
  const [ticked, setTicked] = useState<readonly string[] | null>(null);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setTicked(null);
    },
  });
  const open = combobox.dropdownOpened;
  const held = ticked ?? chosen;
  const words = chosen.slice(0, 2).map(labelOf).join(', ');
  const summary = chosen.length > 2 ? `${words}, ${t.more(chosen.length - 2)}` : words;
  const toggle = (value: string) => {
    const next = held.includes(value) ? held.filter((one) => one !== value) : [...held, value];
    setTicked(next);
    onChange(next);
  };

  return (
    <span
      className={classes.facet}
      data-chosen={chosen.length > 0 || undefined}
      data-open={open || undefined}
    >
      <Combobox
        store={combobox}
        onOptionSubmit={toggle}
        position="bottom-start"
        width={272}
        withinPortal
        shadow="none"
        classNames={{ dropdown: classes.dropdown, option: classes.option, search: classes.search }}
      >
        <Combobox.Target targetType="button" withExpandedAttribute>
          <button type="button" className={classes.pill} onClick={() => combobox.toggleDropdown()}>
            <span className={classes.pillText}>{chosen.length > 0 ? `${name}: ${summary}` : name}</span>
            <IconChevronDown size={13} stroke={2} aria-hidden />
          </button>
        </Combobox.Target>
        {open && (
          <FacetList name={name} chosen={held} options={options()} onReady={combobox.focusSearchInput} />
        )}
      </Combobox>
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

type FacetListProps = {
  name: string;
  chosen: readonly string[];
  options: FacetOption[];
  onReady: () => void;
};

function FacetList({ name, chosen, options, onReady }: FacetListProps) {
  const t = useText().orders.filters;
  const [search, setSearch] = useState('');
  const wanted = fold(search);
  const found = options.filter((option) => fold(option.label).includes(wanted));
  const drawn = found.slice(0, MOST);
  return (
    <Combobox.Dropdown>
      {options.length >= SEARCH_FROM && (
        <Combobox.Search
          ref={(input) => {
            if (input) onReady();
          }}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t.search}
          aria-label={`${name}: ${t.search}`}
        />
      )}
      <Combobox.Options className={classes.options} aria-label={name} aria-multiselectable>
        {drawn.map((option) => (
          <Combobox.Option
            key={option.value}
            value={option.value}
            active={chosen.includes(option.value)}
            aria-selected={chosen.includes(option.value)}
            disabled={option.off !== undefined}
          >
            <span className={classes.tick}>
              {chosen.includes(option.value) && <IconCheck size={14} stroke={2.2} aria-hidden />}
            </span>
            <span className={classes.optionText} title={option.label}>
              {option.label}
            </span>
            <span className={classes.optionCount}>{option.off ?? option.count}</span>
          </Combobox.Option>
        ))}
        {found.length === 0 && <Combobox.Empty>{t.nothing}</Combobox.Empty>}
      </Combobox.Options>
      {found.length > MOST && <Combobox.Footer>{t.truncated(found.length - MOST)}</Combobox.Footer>}
    </Combobox.Dropdown>
  );
}
