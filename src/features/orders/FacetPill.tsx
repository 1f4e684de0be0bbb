/** The button of one filter. */
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import classes from './FilterBar.module.css';

export function FacetPill({ text, ...button }: { text: string } & ComponentProps<'button'>) {
  return (
    <button type="button" className={classes.pill} {...button}>
      <span className={classes.pillText}>{text}</span>
      <IconChevronDown size={13} stroke={2} aria-hidden />
    </button>
  );
}
