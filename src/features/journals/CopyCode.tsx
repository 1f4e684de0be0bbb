/** The code of an error: a press copies it. Plain elements, for fifty of them stand on a page. */
import { CopyButton } from '#src/components/copy/CopyButton.tsx';
import { journalsWords } from '#src/locales/journalsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './CopyCode.module.css';

export function CopyCode({ code }: { code: string }) {
  const t = useWords(journalsWords).table;
  if (code === '') return <span className={classes.code}>{t.noCode}</span>;
  return (
    <CopyButton
      look="plain"
      className={classes.code}
      tabIndex={-1}
      text={code}
      what={code}
      label={t.copyCode(code)}
    >
      {(Icon) => (
        <>
          {code}
          <Icon size={12} stroke={1.9} aria-hidden />
        </>
      )}
    </CopyButton>
  );
}
