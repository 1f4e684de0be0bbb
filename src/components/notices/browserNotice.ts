/** Notifications of the browser: asking for them, and showing one. */

/** unsupported: not in this browser, or the page is not secure (plain http). */
export type Permission = 'granted' | 'denied' | 'default' | 'unsupported';

/** What the browser has been told about notifications of Pult. */
export function permission(): Permission {
  return 'Notification' in globalThis && globalThis.isSecureContext ? Notification.permission : 'unsupported';
}

/** Asks the person; browsers take it only from a press. */
export async function askPermission(): Promise<Permission> {
  if (permission() !== 'default') return permission();
  try {
    await Notification.requestPermission();
  } catch {
    return permission();
  }
  return permission();
}

export type BrowserNotice = { tag: string; title: string; body: string };

/**
 * Shows it, silently: tones have their own switch. The same tag again takes the place of the one that is shown.
 * @returns false when this browser shows none (Android's only do from a service worker).
 */
export function showNotice({ tag, title, body }: BrowserNotice, onPress: () => void): boolean {
  if (permission() !== 'granted') return false;
  try {
    const shown = new Notification(title, {
      body,
      tag,
      icon: '/icon.svg',
      lang: document.documentElement.lang,
      silent: true,
    });
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
      onPress();
    });
    return true;
  } catch {
    return false;
  }
}
