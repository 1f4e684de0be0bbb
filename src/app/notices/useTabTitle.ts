/** The tab's title counts what waits for a decision; its icon gets a dot when something new came unseen. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useLocation } from 'react-router';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { sectionOf } from '#src/app/sections.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useCommandStore } from '#src/components/commands/commandStore.ts';
import { needsAttention } from '#src/components/commands/followUps.ts';
import { useUnseen } from '#src/components/notices/announce.ts';
import { tabInFront } from '#src/components/notices/inFront.ts';
import { countDecisions } from '#src/domain/decisions.ts';
import { paths } from '#src/lib/paths.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { noticesWords } from '#src/locales/noticesWords.ts';

const MINUTE = 60_000;
const ICON = '/icon.svg';
const ICON_WITH_DOT = '/icon-new.svg';

/** While orders are still being read nothing is counted: half a number would be a wrong one. */
export function useTabTitle(): void {
  const t = useText().shell;
  const { tab } = useWords(noticesWords);
  const { pathname } = useLocation();
  const { data } = useOrdersFeed(useQueryClient());
  const now = useNow(MINUTE);
  const records = data && !data.loading ? data.records : null;
  const orders = useMemo(() => (records ? countDecisions(records.values(), now) : 0), [records, now]);
  const outcomes = useCommandStore(({ runs }) => needsAttention(runs));
  const section = pathname === paths.shift ? t.nav.shift : t.nav[sectionOf(pathname).name];
  const title = tab(orders + outcomes, t.product, section);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => () => void (document.title = t.product), [t.product]);

  const unseen = useUnseen((state) => state.unseen);
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = unseen ? ICON_WITH_DOT : ICON;
    return () => {
      if (icon) icon.href = ICON;
    };
  }, [unseen]);
  useEffect(() => {
    const seen = () => tabInFront() && useUnseen.setState({ unseen: false });
    window.addEventListener('focus', seen);
    document.addEventListener('visibilitychange', seen);
    return () => {
      window.removeEventListener('focus', seen);
      document.removeEventListener('visibilitychange', seen);
    };
  }, []);
}
