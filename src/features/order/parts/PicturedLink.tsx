/** A good's picture: shown when the browser may load it, a link to it otherwise. */
import { useState } from 'react';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import classes from './parts.module.css';

/** Only what the page's security policy lets through: our own address. Anything else would be blocked, so it is a link. */
function ownPicture(url: string): boolean {
  try {
    return new URL(url, window.location.href).origin === window.location.origin;
  } catch {
    return false;
  }
}

/** True for addresses that a browser opens: a link to anything else is no link. */
const opens = (url: string) => /^https?:\/\//i.test(url);

export function PicturedLink({ url, bigUrl, title }: { url: string; bigUrl: string; title: string }) {
  const t = useWords(orderWords).goods;
  const [broken, setBroken] = useState(false);
  const small = url || bigUrl;
  if (small === '') return null;
  const seen = !broken && ownPicture(small);
  const link = (to: string, words: string) =>
    opens(to) ? (
      <a key={words} href={to} target="_blank" rel="noreferrer">
        {words}
      </a>
    ) : (
      <span key={words}>{to}</span>
    );
  return (
    <span className={classes.pictures}>
      {seen && (
        <img
          className={classes.thumb}
          src={small}
          alt={title}
          loading="lazy"
          onError={() => setBroken(true)}
        />
      )}
      {url !== '' && !seen && link(url, t.photo)}
      {bigUrl !== '' && bigUrl !== url && link(bigUrl, t.bigPhoto)}
    </span>
  );
}
