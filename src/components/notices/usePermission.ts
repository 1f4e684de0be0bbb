/** What the browser has been told about notifications, as it changes: here, or in the browser's own settings. */
import { useSyncExternalStore } from 'react';
import type { Permission } from './browserNotice.ts';
import { askPermission, permission } from './browserNotice.ts';

const listeners = new Set<() => void>();
const changed = () => {
  for (const listener of listeners) listener();
};
let status: PermissionStatus | null = null;

/** Browsers that tell of a change are listened to; others are asked whenever somebody comes back to the page. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    window.addEventListener('focus', changed);
    void watch();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener('focus', changed);
    status?.removeEventListener('change', changed);
    status = null;
  };
}

async function watch(): Promise<void> {
  try {
    const found = await navigator.permissions.query({ name: 'notifications' });
    if (listeners.size === 0 || status) return;
    status = found;
    status.addEventListener('change', changed);
  } catch {
    return;
  }
}

/** The permission, and how to ask for it: from a press, or browsers do not ask. */
export function usePermission(): [Permission, () => Promise<Permission>] {
  const now = useSyncExternalStore(subscribe, permission);
  const ask = async () => {
    const answer = await askPermission();
    changed();
    return answer;
  };
  return [now, ask];
}
