import { ACCESS_DOORS, API_MODULES, DRIVER_PLACES, MODULE_DOORS, ORM_PLACES } from '../house.mjs';
import { resolveRelative } from '../source-files.mjs';

const SRC = 'apps/api/src/';
const MODULES = `${SRC}modules/`;
const inServer = (files) => files.filter(({ path, isTest }) => path.startsWith(SRC) && !isTest);

const moduleOf = (path) => (path.startsWith(MODULES) ? path.slice(MODULES.length).split('/')[0] : null);

function moduleProblem(from, to, file, target) {
  if (!API_MODULES.includes(to)) return `${to} has no place in the order of the modules`;
  if (API_MODULES.indexOf(to) > API_MODULES.indexOf(from)) return `${from} may not call ${to}, which comes after it`;
  const wiring = file.path.endsWith('.module.ts') && target.endsWith('.module.ts');
  const isDoor = MODULE_DOORS.test(target) || (to === 'access' && ACCESS_DOORS.test(target));
  if (!wiring && !isDoor) return `${from} may enter ${to} only through its service, types, errors, rules or presenter`;
  return null;
}

export const moduleOrder = {
  name: 'module-order',
  reason:
    'The modules stand in the order of the data, and each is entered by its service, types, errors, rules or presenter.',
  *check(files) {
    for (const file of inServer(files)) {
      const from = moduleOf(file.path);
      if (from === null) continue;
      if (!API_MODULES.includes(from)) {
        yield {
          path: file.path,
          line: 1,
          message: `${from} has no place in the order of the modules: give it one in house.mjs`,
        };
        continue;
      }
      for (const { specifier, line } of file.imports) {
        const target = resolveRelative(file.path, specifier);
        const to = target === null ? null : moduleOf(target);
        if (to === null || to === from) continue;
        const problem = moduleProblem(from, to, file, target);
        if (problem !== null) yield { path: file.path, line, message: problem };
      }
    }
  },
};

export const platformKnowsNoDomain = {
  name: 'platform-knows-no-domain',
  reason: 'platform/ would serve any other product as well.',
  *check(files) {
    for (const file of inServer(files)) {
      if (!file.path.startsWith(`${SRC}platform/`)) continue;
      for (const { specifier, line } of file.imports) {
        const target = resolveRelative(file.path, specifier);
        const domain =
          (target !== null && moduleOf(target) !== null) || /^@junheng\/(evaluation|synthetic)/.test(specifier);
        if (domain) yield { path: file.path, line, message: `platform may not import ${specifier}` };
      }
    }
  },
};

const ORM = /^(typeorm|@nestjs\/typeorm)(\/|$)/;
const DRIVER = /^pg(-[a-z-]+)?(\/|$)/;

/** Places where a package may be imported; null for any other package. */
const placesFor = (specifier) => (ORM.test(specifier) ? ORM_PLACES : DRIVER.test(specifier) ? DRIVER_PLACES : null);

/** Benchmarks look at the server from outside: they count rows, and start it with their own environment. */
const isBenchmark = ({ path }) => /^apps\/[^/]+\/bench\//.test(path);

export const ormUnderPersistence = {
  name: 'orm-under-persistence',
  reason: 'The choice of the mapper stays reversible: its words do not leave persistence/.',
  *check(files) {
    for (const file of files.filter((each) => !each.isTest && !isBenchmark(each))) {
      for (const { specifier, line } of file.imports) {
        const places = placesFor(specifier);
        if (places === null || places.some(({ path }) => path.test(file.path))) continue;
        yield { path: file.path, line, message: `${specifier} belongs under persistence/ or platform/database/` };
      }
    }
  },
};

export const noForwardRef = {
  name: 'no-forward-ref',
  reason: 'Two classes that need each other are one class, or three.',
  *check(files) {
    for (const file of files) {
      for (const { names, line } of file.imports) {
        if (names.includes('forwardRef') && file.path.startsWith('apps/api/'))
          yield { path: file.path, line, message: 'forwardRef hides a cycle' };
      }
    }
  },
};

export const environmentReadOnce = {
  name: 'environment-read-once',
  reason: 'Settings are parsed in one place, where every fault is reported together.',
  *check(files) {
    for (const file of files) {
      const exempt =
        file.isTest ||
        isBenchmark(file) ||
        file.path.startsWith(`${SRC}platform/config/`) ||
        /(^|\/)vite\.config\.ts$/.test(file.path);
      if (exempt) continue;
      for (const line of file.environment)
        yield { path: file.path, line, message: 'process.env is read only in platform/config' };
    }
  },
};

export const noPlainErrors = {
  name: 'no-plain-errors',
  reason: 'An error without a kind reaches the user as "internal error".',
  *check(files) {
    for (const file of files) {
      const covered = file.path.startsWith(SRC) || /^packages\/[^/]+\/src\//.test(file.path);
      if (!covered || file.isTest) continue;
      for (const line of file.plainErrors)
        yield { path: file.path, line, message: 'give the error a class of its own' };
    }
  },
};
