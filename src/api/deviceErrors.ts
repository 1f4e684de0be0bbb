/** Errors of bank terminals and fiscal recorders, kept current by version. */

export const DEVICE_ERRORS_FEED = ['feeds', 'deviceErrors'] as const;
