// The one door of the repository: `node tooling/scripts/run.mjs start|dev|test|junheng`.
// Only old syntax here, so that an old Node reaches the message instead of a parse error.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const wanted = engines.node.replace('>=', '').split('.').map(Number);
const found = process.versions.node.split('.').map(Number);
const difference = [0, 1, 2].map((part) => found[part] - wanted[part]).find((step) => step !== 0) || 0;

if (difference < 0) {
  console.error('Node ' + process.versions.node + ' is too old: Junheng needs Node ' + wanted.join('.') + ' or newer.');
  process.exit(1);
}

import('./src/main.mjs').then(({ main }) => main(process.argv.slice(2)));
