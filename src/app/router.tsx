/** The route table: each address and the screen that stands there. All but the orders screen are fetched when asked for. */
import { Navigate, createBrowserRouter } from 'react-router';
import { ErrorPage, NotFoundPage } from '#src/app/ErrorPage.tsx';
import { OrdersDesk } from '#src/app/OrdersDesk.tsx';
import { Shell } from '#src/app/Shell.tsx';
import { paths } from '#src/lib/paths.ts';

const lazyPage =
  <Name extends string>(load: () => Promise<Record<Name, React.ComponentType>>, name: Name) =>
  async () => ({ Component: (await load())[name] });

/** Made once per page load. */
export const createAppRouter = () =>
  createBrowserRouter([
    {
      path: paths.home,
      element: <Shell />,
      errorElement: <ErrorPage />,
      // A link to a screen that has yet to be fetched: nothing is shown for that moment.
      hydrateFallbackElement: <></>,
      children: [
        {
          errorElement: <ErrorPage />,
          children: [
            { index: true, element: <Navigate to={paths.orders} replace /> },
            {
              path: paths.orderNew,
              lazy: lazyPage(() => import('#src/app/NewOrderPage.tsx'), 'NewOrderPage'),
            },
            {
              path: paths.orderEdit,
              lazy: lazyPage(() => import('#src/features/orderEditor/EditOrderPage.tsx'), 'EditOrderPage'),
            },
            {
              path: paths.orderRefund,
              lazy: lazyPage(() => import('#src/features/refund/RefundPage.tsx'), 'RefundPage'),
            },
            {
              path: paths.orderImport,
              lazy: lazyPage(() => import('#src/features/orderImport/ImportPage.tsx'), 'ImportPage'),
            },
            {
              path: paths.runSheet,
              lazy: lazyPage(() => import('#src/features/runSheet/RunSheetPage.tsx'), 'RunSheetPage'),
            },
            {
              path: paths.map,
              lazy: lazyPage(() => import('#src/features/map/MapPage.tsx'), 'MapPage'),
            },
            {
              path: paths.orders,
              element: <OrdersDesk />,
              children: [
                { index: true, element: null },
                {
                  path: paths.order,
                  lazy: lazyPage(() => import('#src/features/order/OrderRoute.tsx'), 'OrderRoute'),
                },
              ],
            },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ]);
