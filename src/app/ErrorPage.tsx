/** What stands on screen when a page itself failed, and when an address leads nowhere. */
import { Button } from '@mantine/core';
import { Link, useRouteError } from 'react-router';
import { isMissingPart } from '#src/lib/lazyPart.ts';
import { paths } from '#src/lib/paths.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './ErrorPage.module.css';

/** For the route table: a page threw while it was rendered, or is not to be had any more after an update of Pult. */
export function ErrorPage() {
  const t = useText().shell.crash;
  const error = useRouteError();
  const gone = isMissingPart(error);
  return (
    <div className={classes.page} role="alert">
      <h1>{gone ? t.goneTitle : t.title}</h1>
      <p>{gone ? t.goneLead : t.lead}</p>
      {error instanceof Error && !gone && <code>{error.message}</code>}
      <Button onClick={() => window.location.reload()}>{t.reload}</Button>
    </div>
  );
}

/** For the route table: no page has this address. */
export function NotFoundPage() {
  const t = useText().shell.notFound;
  return (
    <div className={classes.page}>
      <h1>{t.title}</h1>
      <Button component={Link} to={paths.orders}>
        {t.back}
      </Button>
    </div>
  );
}
