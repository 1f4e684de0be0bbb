/** What the browser is told to refuse: foreign scripts, frames, and images but our own, tiles and pictures of goods. */
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Config } from '#proxy/config.ts';

/** Subdomains that the map puts in place of `{s}`. */
const SUBDOMAINS = ['a', 'b', 'c'];

/** The addresses that tiles of a template come from, as a Content-Security-Policy names them. */
export function tileSources(template: string): string[] {
  const variants = template.includes('{s}')
    ? SUBDOMAINS.map((name) => template.replaceAll('{s}', name))
    : [template];
  return [...new Set(variants.map((url) => new URL(url.replace(/[{}]/g, '')).origin))];
}

/** Those of both themes, each once. */
export function allTileSources({ url, darkUrl }: NonNullable<Config['tiles']>): string[] {
  return [...new Set([url, ...(darkUrl === null ? [] : [darkUrl])].flatMap(tileSources))];
}

export function securityHeaders(
  config: Pick<Config, 'tiles' | 'imageHosts' | 'publicUrl'>,
): MiddlewareHandler {
  const tiles = config.tiles ? allTileSources(config.tiles) : [];
  const https = config.publicUrl?.startsWith('https://') ?? false;
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', ...new Set([...tiles, ...config.imageHosts])],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      mediaSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
    xFrameOptions: 'DENY',
    // Tile servers (OpenStreetMap's among them) want to know which site asks; the path stays here.
    referrerPolicy: 'strict-origin-when-cross-origin',
    strictTransportSecurity: https ? 'max-age=15552000' : false,
  });
}
