/** Stands in the shell and shows nothing: it announces what happens, and keeps the tab's title and icon. */
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { leadBy } from '#src/components/notices/announce.ts';
import { tellInFront } from '#src/components/notices/inFront.ts';
import { useOrderNotices } from './useOrderNotices.ts';
import { useRunNotices } from './useRunNotices.ts';
import { useTabTitle } from './useTabTitle.ts';

/** Fetched after the first screen. */
export function Notices() {
  const navigate = useNavigate();
  useEffect(() => leadBy((to) => void navigate(to)), [navigate]);
  useEffect(() => tellInFront(), []);
  useTabTitle();
  useOrderNotices();
  useRunNotices();
  return null;
}
