/** The button of one filter. */
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import classes from './Facet.module.css';

/** Named by its words also while it is a combobox, whose name is not taken from its content. */
export function FacetPill({ text, className, ...button }: { text: string } & ComponentProps<'button'>) {
  return (
    <button type="button" aria-label={text} {...button} className={`${classes.pill} ${className ?? ''}`}>
      <span className={classes.pillText}>{text}</span>
      <IconChevronDown size={13} stroke={2} aria-hidden />
    </button>
  );
}
