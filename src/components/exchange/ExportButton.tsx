/** Opens what can be done with the orders of a view outside of Pult. The menu itself is fetched at the first press. */
import type { ReactNode } from 'react';
import { Suspense, useState } from 'react';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { lazyPart } from '#src/lib/lazyPart.ts';

const ExportMenu = lazyPart(() => import('./ExportMenu.tsx'), 'ExportMenu');

type ExportButtonProps = {
  orders: readonly DispatchOrder[];
  /** The view, for the file's name; without it: the selection. */
  name?: string;
  title: string;
  className: string | undefined;
  /** With the ways to import and to run sheets. */
  whole?: boolean;
  children: ReactNode;
};

export function ExportButton({ orders, name, title, className, whole = false, children }: ExportButtonProps) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <button
      type="button"
      className={className}
      aria-haspopup="menu"
      aria-label={title}
      title={title}
      onClick={() => setWanted(true)}
    >
      {children}
    </button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <ExportMenu orders={orders} label={name} title={title} className={className} whole={whole}>
        {children}
      </ExportMenu>
    </Suspense>
  );
}
