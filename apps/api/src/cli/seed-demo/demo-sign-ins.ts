import { randomInt } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** One way into the demonstration, printed at the console and kept in DATA_DIR/demo-sign-ins.json. */
const demoSignInSchema = z.object({
  role: z.string(),
  name: z.string(),
  login: z.string(),
  password: z.string(),
  app: z.enum(['school-portal', 'admin-console']),
});
export type DemoSignIn = z.infer<typeof demoSignInSchema>;

const fileOf = (dataDir: string): string => join(dataDir, 'demo-sign-ins.json');

/** Made anew for each installation: a demonstration that somebody lets others reach has no password that can be looked up. */
export function newDemoPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const four = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `demo-${four()}-${four()}`;
}

export async function writeDemoSignIns(dataDir: string, signIns: readonly DemoSignIn[]): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const file = fileOf(dataDir);
  // Renamed into place, so that a reader never sees half a file.
  await writeFile(`${file}.new`, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** What an earlier start wrote; empty where there is no such file, or it cannot be read. */
export async function readDemoSignIns(dataDir: string): Promise<readonly DemoSignIn[]> {
  try {
    const parsed = z.array(demoSignInSchema).safeParse(JSON.parse(await readFile(fileOf(dataDir), 'utf8')));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
