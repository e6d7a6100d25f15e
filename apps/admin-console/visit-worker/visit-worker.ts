import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;
/** The built files, put in when the console is built. */
declare const PRECACHED: readonly PrecacheEntry[];

/*
 * Keeps the program of the visit pages (`/admin/visit/`, its scope) on the tablet, and nothing else: no answer of the API is ever stored
 * here. An open visit page has loaded all of its chunks, so that a new version may take over at once.
 */
precacheAndRoute([...PRECACHED]);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/admin/index.html')));
void self.skipWaiting();
clientsClaim();
