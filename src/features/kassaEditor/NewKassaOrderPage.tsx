/** «Новый заказ в Кассе»: the form, or why there is none. */
import { useAppConfig } from '#src/api/appConfig.ts';
import { useMay } from '#src/api/session.ts';
import { Barred } from '#src/components/form/Barred.tsx';
import { paths } from '#src/lib/paths.ts';
import { kassaEditorWords } from '#src/locales/kassaEditorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { KassaForm } from './KassaForm.tsx';

/** The form of a new order of the cash desk. */
export function NewKassaOrderPage() {
  const t = useWords(kassaEditorWords);
  const { systems } = useAppConfig();
  const may = useMay('dispatcher');
  if (may && systems.kassa) return <KassaForm />;
  return <Barred {...(may ? t.off : t.viewer)} to={paths.orders} back={t.backToOrders} />;
}
