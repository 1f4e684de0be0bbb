/** A small picture of a good; where it may not be fetched or does not come, a quiet sign, with the link to it. */
import { IconPhoto, IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useWords } from '#src/locales/language.tsx';
import { referencesWords } from '#src/locales/referencesWords.ts';
import { pictureSource, webLink } from './pictureSource.ts';
import classes from './RecordCells.module.css';

type PictureProps = {
  address: string;
  /** The link in its place is reached by Tab; in a table arrows lead to it. */
  tabbable?: boolean;
};

export function Picture({ address, tabbable }: PictureProps) {
  const { imageHosts } = useAppConfig();
  const source = pictureSource(address, imageHosts, window.location.origin);
  if (source === null) return <PictureLink address={address} tabbable={tabbable} />;
  return <Loaded key={source} source={source} address={address} tabbable={tabbable} />;
}

function Loaded({ source, address, tabbable }: PictureProps & { source: string }) {
  const [broken, setBroken] = useState(false);
  if (broken) return <PictureLink address={address} tabbable={tabbable} broken />;
  return (
    <img
      className={classes.picture}
      src={source}
      alt=""
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setBroken(true)}
    />
  );
}

function PictureLink({ address, tabbable, broken = false }: PictureProps & { broken?: boolean }) {
  const t = useWords(referencesWords).table;
  const href = webLink(address);
  const Icon = broken ? IconPhotoOff : IconPhoto;
  if (href === null) return null;
  return (
    <a
      className={classes.pictureLink}
      href={href}
      target="_blank"
      rel="noreferrer"
      tabIndex={tabbable ? undefined : -1}
      aria-label={t.openPicture}
      title={t.openPicture}
    >
      <Icon size={16} stroke={1.6} aria-hidden />
    </a>
  );
}
