/** Which pictures may be fetched: the page's own and those of hosts that the settings name (the CSP says the same). */

function parsed(address: string, base?: string): URL | null {
  try {
    return new URL(address.trim(), base);
  } catch {
    return null;
  }
}

/** The address to show, or null: not a picture that this page may fetch. `own`: origin of the page. */
export function pictureSource(address: string, hosts: readonly string[], own: string): string | null {
  const url = parsed(address, own);
  if (!url) return null;
  return url.origin === own || hosts.includes(url.origin) ? url.href : null;
}

/** A web address that a link may lead to; null for anything else (`javascript:`). */
export function webLink(address: string): string | null {
  const url = parsed(address);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}
