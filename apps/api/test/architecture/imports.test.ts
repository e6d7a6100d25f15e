import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

/** The order of the data: a module may call only those before it. */
const MODULES = [
  'access',
  'organisations',
  'registers',
  'standards',
  'evidence',
  'messages',
  'rounds',
  'self-reports',
  'county-reports',
  'reviews',
  'data-sets',
  'surveys',
  'evaluations',
  'recognitions',
  'plans',
  'inspections',
  'rectifications',
  'opinions',
  'supervision',
  'documents',
  'publications',
  'audit-trail',
];
/** What of a module others may see; rules and presenters are pure (held below). */
const PUBLIC_FILE = /\.(service|types|errors|module|scope|decorators|rules|presenter)\.ts$/;
const PURE_FILE = /^modules\/.*\.(rules|presenter)\.ts$/;

interface Import {
  readonly from: string;
  /** Relative to src, or the name of a package. */
  readonly to: string;
}

function importsOf(file: string, text: string): readonly Import[] {
  const from = relative(SOURCE, file).replaceAll('\\', '/');
  return [...text.matchAll(/^(?:import|export)\b[^'"]*?['"]([^'"]+)['"]/gm)].map((match) => {
    const target = match[1] ?? '';
    const to = target.startsWith('.') ? relative(SOURCE, resolve(dirname(file), target)).replaceAll('\\', '/') : target;
    return { from, to };
  });
}

const files = readdirSync(SOURCE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
  .map((entry) => join(entry.parentPath, entry.name));
const sources = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const imports = sources.flatMap(({ file, text }) => importsOf(file, text));

const moduleOf = (path: string): string | null => /^modules\/([^/]+)\//.exec(path)?.[1] ?? null;

/** Why an import is not allowed, null if it is. */
function objection({ from, to }: Import): string | null {
  const [own, other] = [moduleOf(from), moduleOf(to)];
  if (from.startsWith('platform/') && other !== null) return 'platform knows no domain word';
  if (own !== null && /^(cli|app\.module|server|main)/.test(to)) return 'modules do not know who runs them';
  if (own !== null && other !== null && own !== other) {
    if (MODULES.indexOf(other) === -1 || MODULES.indexOf(own) === -1) return 'a module that is not in the order';
    if (MODULES.indexOf(other) > MODULES.indexOf(own)) return 'a module calls only modules above it';
    // One statement may join tables of two modules: the names of the columns come from the one that owns them.
    if (from.includes('/persistence/') && to.includes('/persistence/')) return null;
    if (!PUBLIC_FILE.test(to)) return 'a module is used through its service, types and errors';
  }
  if (PURE_FILE.test(from) && (to.startsWith('@nestjs/') || to.startsWith('node:fs') || to.includes('.service.ts'))) {
    return 'rules and presenters are pure';
  }
  const speaksSql = from.includes('/persistence/') || from.startsWith('platform/') || from.startsWith('cli/');
  if ((to === 'typeorm' || to === 'pg') && !speaksSql) return 'the ORM stays under persistence';
  return null;
}

describe('imports of the API', () => {
  test('keep the order of modules and the walls between them', () => {
    const broken = imports.flatMap((one) => {
      const why = objection(one);
      return why === null ? [] : [`${one.from} -> ${one.to}: ${why}`];
    });
    expect(broken).toEqual([]);
  });

  test('every module on disk has its place in the order', () => {
    const present = readdirSync(join(SOURCE, 'modules'));
    expect(present.filter((name) => !MODULES.includes(name))).toEqual([]);
  });

  test.each<[string, Import]>([
    ['platform to a module', { from: 'platform/http/x.ts', to: 'modules/access/access.types.ts' }],
    ['upwards', { from: 'modules/rounds/x.service.ts', to: 'modules/reviews/reviews.service.ts' }],
    ['into the inside', { from: 'modules/reviews/x.service.ts', to: 'modules/rounds/persistence/x.repository.ts' }],
    ['the ORM in a service', { from: 'modules/rounds/rounds.service.ts', to: 'typeorm' }],
    ['a rule that calls a service', { from: 'modules/rounds/x.rules.ts', to: 'modules/access/people.service.ts' }],
    ['the composition', { from: 'modules/rounds/rounds.service.ts', to: 'app.module.ts' }],
  ])('the rule refuses %s', (_name, forbidden) => {
    expect(objection(forbidden)).not.toBeNull();
  });
});

describe('what only one place may do', () => {
  const using = (pattern: RegExp) =>
    sources
      .filter(({ text }) => pattern.test(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
      .map(({ file }) => relative(SOURCE, file).replaceAll('\\', '/'));

  test('the environment is read by the configuration', () => {
    expect(using(/process\.env/).filter((file) => !file.startsWith('platform/config/'))).toEqual([]);
  });

  test('the machine is asked for the time by the clock, the log and commands', () => {
    const asking = using(/\bnew Date\(\)|\bDate\.now\(/).filter((file) => !file.startsWith('cli/'));
    expect(asking.sort()).toEqual(['platform/clock/clock.ts', 'platform/logging/logger.ts']);
  });

  test('transactions are opened by Transactions, and one around the whole demonstration county', () => {
    expect(using(/startTransaction|createQueryRunner/).sort()).toEqual([
      'cli/seed-demo/persistence/one-transaction.ts',
      'platform/database/database.ts',
    ]);
  });

  test('nobody needs forwardRef', () => {
    expect(using(/forwardRef/)).toEqual([]);
  });
});
