/** The route table: each address and the screen that stands there. All but the orders screen are fetched when asked for. */
import { Navigate, createBrowserRouter } from 'react-router';
import { ErrorPage, NotFoundPage } from '#src/app/ErrorPage.tsx';
import { OrdersDesk } from '#src/app/OrdersDesk.tsx';
import { Shell } from '#src/app/Shell.tsx';
import { loadPart } from '#src/lib/lazyPart.ts';
import { paths, referenceAddress } from '#src/lib/paths.ts';

const lazyPage =
  <Name extends string>(load: () => Promise<Record<Name, React.ComponentType>>, name: Name) =>
  async () => ({ Component: (await loadPart(load))[name] });

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
              path: paths.couriers,
              lazy: lazyPage(() => import('#src/features/couriers/CouriersPage.tsx'), 'CouriersPage'),
              children: [
                { index: true, element: null },
                {
                  path: paths.courierNew,
                  lazy: lazyPage(() => import('#src/features/couriers/CourierEditor.tsx'), 'NewCourier'),
                },
              ],
            },
            {
              path: paths.courier,
              lazy: lazyPage(() => import('#src/features/couriers/CourierPage.tsx'), 'CourierPage'),
              children: [
                { index: true, element: null },
                {
                  path: paths.courierEdit,
                  lazy: lazyPage(() => import('#src/features/couriers/CourierEditor.tsx'), 'EditCourier'),
                },
              ],
            },
            {
              path: paths.warehouses,
              lazy: lazyPage(() => import('#src/features/warehouses/WarehousesPage.tsx'), 'WarehousesPage'),
              // The page itself shows the form, beside its map.
              children: [
                { index: true, element: null },
                { path: paths.warehouseNew, element: null },
                { path: paths.warehousePaste, element: null },
                { path: paths.warehouseEdit, element: null },
                { path: paths.warehouseForm, element: null },
              ],
            },
            {
              path: paths.references,
              lazy: lazyPage(
                () => import('#src/features/references/ReferencesLayout.tsx'),
                'ReferencesLayout',
              ),
              children: [
                { index: true, element: <Navigate to={referenceAddress('goods')} replace /> },
                {
                  path: paths.rights,
                  lazy: lazyPage(() => import('#src/features/rights/RightsPage.tsx'), 'RightsPage'),
                },
                {
                  path: paths.reference,
                  lazy: lazyPage(() => import('#src/features/references/ReferencePage.tsx'), 'ReferencePage'),
                  children: [
                    { index: true, element: null },
                    {
                      path: paths.referenceNew,
                      lazy: lazyPage(
                        () => import('#src/features/references/ReferenceEditor.tsx'),
                        'ReferenceEditor',
                      ),
                    },
                    {
                      path: paths.referenceEdit,
                      lazy: lazyPage(
                        () => import('#src/features/references/ReferenceEditor.tsx'),
                        'ReferenceEditor',
                      ),
                    },
                    {
                      path: paths.referencePaste,
                      lazy: lazyPage(
                        () => import('#src/features/references/ReferencePaste.tsx'),
                        'ReferencePaste',
                      ),
                    },
                  ],
                },
              ],
            },
            {
              path: paths.receipts,
              lazy: lazyPage(() => import('#src/features/receipts/ReceiptsLayout.tsx'), 'ReceiptsLayout'),
              children: [
                {
                  index: true,
                  lazy: lazyPage(
                    () => import('#src/features/receipts/OrderReceiptsPage.tsx'),
                    'OrderReceiptsPage',
                  ),
                },
                {
                  path: paths.corrections,
                  lazy: lazyPage(
                    () => import('#src/features/receipts/CorrectionsPage.tsx'),
                    'CorrectionsPage',
                  ),
                },
              ],
            },
            {
              path: paths.journals,
              lazy: lazyPage(() => import('#src/features/journals/JournalsLayout.tsx'), 'JournalsLayout'),
              children: [
                { index: true, element: <Navigate to={paths.changesJournal} replace /> },
                {
                  path: paths.changesJournal,
                  lazy: lazyPage(
                    () => import('#src/features/journals/ChangesJournalPage.tsx'),
                    'ChangesJournalPage',
                  ),
                },
                {
                  path: paths.terminalJournal,
                  lazy: lazyPage(
                    () => import('#src/features/journals/TerminalJournalPage.tsx'),
                    'TerminalJournalPage',
                  ),
                },
                {
                  path: paths.recorderJournal,
                  lazy: lazyPage(
                    () => import('#src/features/journals/RecorderJournalPage.tsx'),
                    'RecorderJournalPage',
                  ),
                },
                {
                  path: paths.deviceErrors,
                  lazy: lazyPage(
                    () => import('#src/features/deviceErrors/DeviceErrorsPage.tsx'),
                    'DeviceErrorsPage',
                  ),
                },
              ],
            },
            {
              path: paths.shift,
              lazy: lazyPage(() => import('#src/features/shift/ShiftPage.tsx'), 'ShiftPage'),
            },
            {
              path: paths.settings,
              lazy: lazyPage(() => import('#src/features/settings/SettingsLayout.tsx'), 'SettingsLayout'),
              children: [
                { index: true, element: <Navigate to={paths.noticesSettings} replace /> },
                {
                  path: paths.noticesSettings,
                  lazy: lazyPage(() => import('#src/features/settings/NoticesPage.tsx'), 'NoticesPage'),
                },
                {
                  path: paths.callbacksSettings,
                  lazy: lazyPage(() => import('#src/features/settings/CallbacksPage.tsx'), 'CallbacksPage'),
                },
                {
                  path: paths.fiscalSettings,
                  lazy: lazyPage(() => import('#src/features/settings/FiscalPage.tsx'), 'FiscalPage'),
                },
                {
                  path: paths.quality,
                  lazy: lazyPage(() => import('#src/features/settings/QualityPage.tsx'), 'QualityPage'),
                },
              ],
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
