/** In place of a form: why there is none, and where to go instead. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './Barred.module.css';

type BarredProps = {
  title: string;
  text: string;
  /** Where the button leads, and what it says. */
  to: string;
  back: string;
};

export function Barred({ title, text, to, back }: BarredProps) {
  return (
    <BarredFrame>
      <h2>{title}</h2>
      <p>{text}</p>
      <Button component={Link} to={to} variant="default">
        {back}
      </Button>
    </BarredFrame>
  );
}

/** The same place while it is not known yet whether there will be a form. */
export function BarredFrame({ children }: { children: ReactNode }) {
  return <div className={classes.barred}>{children}</div>;
}
