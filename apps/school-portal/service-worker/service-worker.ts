import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;
/** The built files, put in when the portal is built. */
declare const PRECACHED: readonly PrecacheEntry[];

/*
 * Keeps the program of the portal on the device, and nothing else: no answer of the API is ever stored here, so nothing of a
 * person is. A new version waits until a page asks for it, because an open page still needs the chunks of its own version.
 */
precacheAndRoute([...PRECACHED]);
cleanupOutdatedCaches();

// Every address of the portal is its one page; the console, the API and files are the server's.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/(?:api|admin)(?:\/|$)/, /\/[^/?]+\.[a-z0-9]{1,8}$/i],
  }),
);

// The first visit already works without a network, not only the second.
clientsClaim();

self.addEventListener('message', (event) => {
  if (event.data === 'activate') void self.skipWaiting();
});
