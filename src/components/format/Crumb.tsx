/** The way back from a page of one thing to its list. */
import { IconArrowLeft } from '@tabler/icons-react';
import type { To } from 'react-router';
import { Link } from 'react-router';
import classes from './CrumbPage.module.css';

type CrumbProps = { to: To; children: string };

export function Crumb({ to, children }: CrumbProps) {
  return (
    <nav className={classes.crumb} aria-label={children}>
      <Link to={to}>
        <IconArrowLeft size={15} stroke={1.8} aria-hidden />
        {children}
      </Link>
    </nav>
  );
}
