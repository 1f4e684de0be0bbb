/** «Новый заказ в Кассе»: the form, or why there is none. */
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useMay } from '#src/api/session.ts';
import { paths } from '#src/lib/paths.ts';
import { kassaEditorWords } from '#src/locales/kassaEditorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { KassaForm } from './KassaForm.tsx';
import classes from './kassaEditor.module.css';

/** The form of a new order of the cash desk. */
export function NewKassaOrderPage() {
  const t = useWords(kassaEditorWords);
  const { systems } = useAppConfig();
  const may = useMay('dispatcher');
  if (!may) return <Barred {...t.viewer} />;
  return systems.kassa ? <KassaForm /> : <Barred {...t.off} />;
}

function Barred({ title, text }: { title: string; text: string }) {
  const t = useWords(kassaEditorWords);
  return (
    <div className={classes.barred}>
      <h2>{title}</h2>
      <p>{text}</p>
      <Button component={Link} to={paths.orders} variant="default">
        {t.backToOrders}
      </Button>
    </div>
  );
}
