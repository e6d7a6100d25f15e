import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHostedServer } from './hosted-server.ts';
import { copyOfDataDir, forgoDurability, removeDataDir } from './server-process.ts';

export type AppName = 'school-portal' | 'admin-console';

/** One of the sign-ins of the demonstration, as the server writes them beside its database. */
export interface DemoSignIn {
  readonly role: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly app: AppName;
}

const PATHS: Readonly<Record<AppName, string>> = { 'school-portal': '/', 'admin-console': '/admin/' };

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the browser tests run through e2e/run.mjs`);
  return value;
}

/** Starts a server on a county of its own; the function it resolves to ends it and removes the county. */
export async function startOwnServer(): Promise<() => Promise<void>> {
  const dataDir = copyOfDataDir(setting('E2E_COUNTY'));
  forgoDurability(dataDir);
  const server = await startHostedServer(dataDir);
  process.env['E2E_ADDRESS'] = server.address;
  process.env['E2E_DATA_DIR'] = dataDir;
  return async () => {
    await server.stop();
    removeDataDir(dataDir);
  };
}

/** Address of the running server, `http://127.0.0.1:PORT`. */
export const serverAddress = (): string => setting('E2E_ADDRESS');

/** Address of an app of the running server. */
export const addressOf = (app: AppName): string => `${serverAddress()}${PATHS[app]}`;

function isSignIn(value: unknown): value is DemoSignIn {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  return (
    ['role', 'name', 'login', 'password'].every((key) => typeof row[key] === 'string') &&
    (row['app'] === 'school-portal' || row['app'] === 'admin-console')
  );
}

/** Every sign-in of the demonstration. */
export function demoSignIns(): readonly DemoSignIn[] {
  const rows: unknown = JSON.parse(readFileSync(join(setting('E2E_DATA_DIR'), 'demo-sign-ins.json'), 'utf8'));
  if (!Array.isArray(rows) || !rows.every(isSignIn)) throw new Error('demo-sign-ins.json has another shape');
  return rows;
}

/**
 * The sign-in of a role.
 * @throws Error naming the roles there are
 */
export function demoSignIn(role: string): DemoSignIn {
  const all = demoSignIns();
  const found = all.find((row) => row.role === role);
  if (found === undefined) {
    throw new Error(`No sign-in for ${role}; there are: ${all.map((row) => row.role).join(', ')}`);
  }
  return found;
}
