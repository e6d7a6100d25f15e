import { newDataDir, removeDataDir, startServer } from './server-process.ts';

/**
 * Playwright's global setup: makes the demonstration county once and stops its server. Every file of journeys then works
 * on a copy of it. Where it is travels in the environment. Where only generated counties are evaluated (`same-bytes`) nothing is asked of a server.
 */
export default async function prepareCounty(): Promise<() => void> {
  if (process.env['JUNHENG_GENERATED_COUNTIES'] !== undefined) return () => undefined;
  const dataDir = newDataDir();
  const server = await startServer(dataDir);
  await server.stop();
  process.env['E2E_COUNTY'] = dataDir;
  return () => removeDataDir(dataDir);
}
