/** The route table: each address and the screen that stands there. */
import { Navigate, createBrowserRouter } from 'react-router';
import { ErrorPage, NotFoundPage } from '#src/app/ErrorPage.tsx';
import { Shell } from '#src/app/Shell.tsx';
import { paths } from '#src/app/paths.ts';
import { OrdersPage } from '#src/features/orders/OrdersPage.tsx';

/** Made once per page load. */
export const createAppRouter = () =>
  createBrowserRouter([
    {
      path: paths.home,
      element: <Shell />,
      errorElement: <ErrorPage />,
      children: [
        {
          errorElement: <ErrorPage />,
          children: [
            { index: true, element: <Navigate to={paths.orders} replace /> },
            { path: paths.orders, element: <OrdersPage /> },
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ]);
