/** Says so when this computer lives in another time zone than the screen: a window read three hours off is a late order. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { sameZone } from '#src/lib/dates.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './ZoneBanner.module.css';

const DISMISSED = 'pult.zoneBannerDismissed';

export function ZoneBanner() {
  const t = useText().shell.zone;
  const { timeZone } = useAppConfig();
  const format = useFormat();
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [dismissed, setDismissed] = useState(() => sessionStorage.getItem(DISMISSED) === own);
  const [openedAt] = useState(() => Date.now());
  if (dismissed || sameZone(own, timeZone, openedAt)) return null;
  return (
    <div className={classes.banner} role="status">
      <span>{t.differs(own, format.zoneName())}</span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          sessionStorage.setItem(DISMISSED, own);
          setDismissed(true);
        }}
      >
        {t.dismiss}
      </Button>
    </div>
  );
}
