// `node tooling/lint-config/check.mjs`: the laws of the house over the whole repository. Exit status 1 when one is broken.
import { fileURLToPath } from 'node:url';
import { LAWS, breaches } from './src/laws.mjs';
import { readSources } from './src/source-files.mjs';

const files = readSources(fileURLToPath(new URL('../..', import.meta.url)));
const found = breaches(files);

for (const { name, reason } of LAWS) {
  const broken = found.filter(({ law }) => law === name);
  if (broken.length === 0) continue;
  console.log(`${name}: ${reason}`);
  for (const { path, line, message } of broken) console.log(`  ${path}:${line}  ${message}`);
}
console.log(
  `${LAWS.length} laws over ${files.length} files: ${found.length === 0 ? 'none broken' : `${found.length} breaches`}`,
);
process.exitCode = found.length === 0 ? 0 : 1;
