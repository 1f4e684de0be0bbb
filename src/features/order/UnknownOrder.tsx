/** An honest note that a link leads to no order, with the way back. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { System } from '#src/contracts/feed.ts';
import { paths } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import classes from './OrderCard.module.css';

type UnknownOrderProps = {
  /** Null: the link names no system that Pult knows. */
  system: System | null;
  id: string;
  headingId: string;
  ways?: ReactNode;
};

export function UnknownOrder({ system, id, headingId, ways }: UnknownOrderProps) {
  const words = useWords(orderWords);
  const t = words.unknown;
  return (
    <div className={classes.waiting}>
      <div className={classes.line}>
        <h2 id={headingId}>{system === null ? t.system : t.title}</h2>
        {ways}
      </div>
      <p>{system === null ? t.systemLead : `${t.lead[system]} ${words.number(id)}. ${t.advice}`}</p>
      <Link className={classes.back} to={{ pathname: paths.orders, search: window.location.search }}>
        {words.frame.back}
      </Link>
    </div>
  );
}
