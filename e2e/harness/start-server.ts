import { startServer } from './server-process.ts';

/** Playwright's global setup: one server for all journeys. What the tests need to know travels in the environment. */
export default async function startServerForAll(): Promise<() => Promise<void>> {
  const server = await startServer();
  process.env['E2E_ADDRESS'] = server.address;
  process.env['E2E_DATA_DIR'] = server.dataDir;
  return () => server.stop();
}
