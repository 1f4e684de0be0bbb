/** A field to type in and the list of what matches: arrows move, Enter takes, the mouse works too, the focus never leaves. */
import { Popover, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import classes from './TypeAhead.module.css';

const PAGE = 8;

export type TypeAheadProps<Item> = {
  label: string;
  /** Only for screen readers. */
  hideLabel?: boolean;
  /** Names the list for screen readers. */
  listLabel: string;
  placeholder?: string;
  typed: string;
  onTyped: (typed: string) => void;
  /** What matches, best first; as many as shall be drawn. */
  items: readonly Item[];
  idOf: (item: Item) => string;
  children: (item: Item) => ReactNode;
  /** `apart`: with Shift held. */
  onPick: (item: Item, apart: boolean) => void;
  /** Below the list: how many more, loading, failures. */
  foot?: ReactNode;
  icon?: ReactNode;
  /** Stands in the field at its end: a button that clears it. */
  aside?: ReactNode;
  error?: string | null;
  description?: string;
  required?: boolean;
  disabled?: boolean;
  name?: string;
  className?: string;
  /** Id of a text that explains the keys. */
  describedBy?: string;
  /** The page's own search: `/` goes to this field. */
  pageSearch?: boolean;
  /** The list stands beside the field in the document, where nothing cuts it off: within the landmarks of the page. */
  inPlace?: boolean;
  ref?: Ref<HTMLInputElement>;
};

/** The list opens on typing, a click or an arrow, not on the mere focus: it would lie over what stands below. */
export function TypeAhead<Item>({
  ref,
  describedBy,
  icon,
  aside,
  pageSearch,
  inPlace = false,
  ...props
}: TypeAheadProps<Item>) {
  const { label, hideLabel = false, listLabel, typed, onTyped, items, idOf, children, onPick, foot } = props;
  const { placeholder, error, description, required, disabled, name, className } = props;
  const [open, setOpen] = useState(false);
  const [standing, setStanding] = useState(0);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const at = Math.min(standing, items.length - 1);
  const active = open ? items[at] : undefined;
  const activeId = active === undefined ? undefined : `${id}-${idOf(active)}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const show = (opened: boolean) => {
    setOpen(opened);
    setStanding(0);
  };
  const pick = (item: Item, apart: boolean) => {
    show(false);
    onPick(item, apart);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (open) setStanding(Math.max(0, Math.min(items.length - 1, at + step)));
      else show(true);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      // Never sends the form: whoever types here wants a record of the list.
      event.preventDefault();
      if (active !== undefined && !event.repeat) pick(active, event.shiftKey);
      else if (!open) show(true);
    } else if (event.key === 'Escape' && open) {
      // Closes the list only, not the dialog around it.
      event.preventDefault();
      event.stopPropagation();
      show(false);
    }
  };

  return (
    <Popover
      opened={open}
      position="bottom-start"
      width="target"
      offset={4}
      withinPortal={!inPlace}
      withRoles={false}
      trapFocus={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <TextInput
          ref={ref}
          className={className}
          role="combobox"
          label={hideLabel ? undefined : label}
          aria-label={hideLabel ? label : undefined}
          aria-expanded={open}
          aria-haspopup="listbox"
          aria-controls={open ? `${id}-list` : undefined}
          aria-activedescendant={activeId}
          aria-autocomplete="list"
          {...(describedBy && { 'aria-describedby': describedBy })}
          placeholder={placeholder}
          value={typed}
          error={error}
          description={description}
          withAsterisk={required}
          required={required}
          disabled={disabled}
          name={name}
          autoComplete="off"
          spellCheck={false}
          {...(pageSearch && { 'data-page-search': true, 'aria-keyshortcuts': '/' })}
          leftSection={icon}
          rightSection={aside}
          onChange={(event) => {
            onTyped(event.currentTarget.value);
            show(true);
          }}
          onClick={() => !open && show(true)}
          onBlur={() => show(false)}
          onKeyDown={keys}
        />
      </Popover.Target>
      <Popover.Dropdown
        className={classes.dropdown}
        // The field keeps the focus while the mouse chooses.
        onMouseDown={(event) => event.preventDefault()}
      >
        <ul
          ref={list}
          id={`${id}-list`}
          className={classes.list}
          role="listbox"
          aria-label={listLabel}
          tabIndex={-1}
        >
          {items.map((item) => (
            <li
              key={idOf(item)}
              id={`${id}-${idOf(item)}`}
              role="option"
              aria-selected={item === active}
              className={classes.option}
              onClick={(event) => pick(item, event.shiftKey)}
            >
              {children(item)}
            </li>
          ))}
        </ul>
        {foot}
      </Popover.Dropdown>
    </Popover>
  );
}
