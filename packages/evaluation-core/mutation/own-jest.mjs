import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The file of a package that Jest itself depends on: pnpm puts none of them into the folder of this package. */
export function fromJest(name) {
  return ['jest', 'jest-cli', 'jest-config', name].reduce(
    (from, each) => createRequire(from).resolve(each),
    fileURLToPath(import.meta.url),
  );
}
