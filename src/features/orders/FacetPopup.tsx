/** The list of one filter's values: tick several, search among many. */
import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { fold } from '#src/lib/text.ts';
import { useText } from '#src/locales/language.tsx';
import type { FacetFilterProps, FacetOption } from './FacetFilter.tsx';
import { FacetPill } from './FacetPill.tsx';
import classes from './FacetPopup.module.css';

/** Longer lists get a search field; of very long ones only the first are drawn. */
const SEARCH_FROM = 9;
const MOST = 80;

/** Opens at once; `text`: what stands on the pill. */
export function FacetPopup({ name, chosen, options, onChange, text }: FacetFilterProps & { text: string }) {
  // What is ticked while the list is open: the address follows a moment later, the next key may come before that.
  const [ticked, setTicked] = useState<readonly string[] | null>(null);
  const combobox = useCombobox({
    defaultOpened: true,
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setTicked(null);
    },
  });
  const { dropdownOpened, focusTarget, focusSearchInput } = combobox;
  // This pill has just taken the place of the one that was pressed.
  useEffect(() => focusTarget(), [focusTarget]);
  const held = ticked ?? chosen;

  const toggle = (value: string) => {
    const next = held.includes(value) ? held.filter((one) => one !== value) : [...held, value];
    setTicked(next);
    onChange(next);
  };

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={toggle}
      position="bottom-start"
      width={272}
      // Inside its landmark, but free of what clips the filters.
      withinPortal={false}
      floatingStrategy="fixed"
      shadow="none"
      classNames={{ dropdown: classes.dropdown, option: classes.option, search: classes.search }}
    >
      <Combobox.Target targetType="button" withExpandedAttribute>
        <FacetPill text={text} onClick={() => combobox.toggleDropdown()} />
      </Combobox.Target>
      {dropdownOpened && (
        <FacetList name={name} chosen={held} options={options()} onReady={focusSearchInput} />
      )}
    </Combobox>
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
  const listId = useId();
  const [search, setSearch] = useState('');
  const searchable = options.length >= SEARCH_FROM;
  useEffect(() => {
    if (searchable) onReady();
  }, [searchable, onReady]);
  const wanted = fold(search);
  const found = options.filter((option) => fold(option.label).includes(wanted));
  return (
    <Combobox.Dropdown>
      {searchable && (
        <Combobox.Search
          role="combobox"
          aria-expanded
          aria-controls={listId}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t.search}
          aria-label={`${name}: ${t.search}`}
        />
      )}
      <Combobox.Options id={listId} className={classes.options} aria-label={name} aria-multiselectable>
        {found.slice(0, MOST).map((option) => (
          <FacetRow key={option.value} option={option} chosen={chosen.includes(option.value)} />
        ))}
        {found.length === 0 && <Combobox.Empty>{t.nothing}</Combobox.Empty>}
      </Combobox.Options>
      {found.length > MOST && <Combobox.Footer>{t.truncated(found.length - MOST)}</Combobox.Footer>}
    </Combobox.Dropdown>
  );
}

function FacetRow({ option, chosen }: { option: FacetOption; chosen: boolean }) {
  return (
    <Combobox.Option
      value={option.value}
      active={chosen}
      aria-selected={chosen}
      disabled={option.off !== undefined}
    >
      <span className={classes.tick}>{chosen && <IconCheck size={14} stroke={2.2} aria-hidden />}</span>
      <span className={classes.optionText} title={option.label}>
        {option.label}
      </span>
      <span className={classes.optionCount}>{option.off ?? option.count}</span>
    </Combobox.Option>
  );
}
