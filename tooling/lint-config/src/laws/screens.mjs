import { resolveRelative } from '../source-files.mjs';

const APP_FILE = /^apps\/(?:admin-console|school-portal)\/src\/(.+)$/;

/** `app`, `features/<name>`, or `below` for what features share: the server's shapes, formats, texts. */
function placeOf(path) {
  const [first, second] = (APP_FILE.exec(path)?.[1] ?? '').split('/');
  if (first === 'app' || first === 'main.tsx') return 'app';
  return first === 'features' ? `features/${second}` : 'below';
}

function* crossings(file) {
  const from = placeOf(file.path);
  for (const { specifier, line } of file.imports) {
    const target = resolveRelative(file.path, specifier);
    const to = target === null ? 'below' : placeOf(target);
    if (to !== 'below' && to !== from) yield { path: file.path, line, message: `${from} may not import from ${to}` };
  }
}

export const featuresApart = {
  name: 'features-apart',
  reason: 'A feature can be removed without asking the others: only src/app joins them.',
  *check(files) {
    for (const file of files) {
      if (APP_FILE.test(file.path) && !file.isTest && placeOf(file.path) !== 'app') yield* crossings(file);
    }
  },
};

const HEAVY = /^(antd|@ant-design\/[^/]+|echarts|@junheng\/account-ui|@junheng\/evaluation-ui|@junheng\/ui)(\/|$)/;
const LIGHT = /^@junheng\/(ui\/plain(\.css)?|account-ui\/entrance)$/;
const ROOTS =
  /^(packages\/ui\/src\/plain\/|packages\/account-ui\/src\/entrance\.ts$|apps\/(admin-console|school-portal)\/src\/features\/(sign-in|enter)\/|apps\/(admin-console|school-portal)\/src\/main\.tsx$)/;

const isHeavy = ({ specifier, typeOnly }) => !typeOnly && HEAVY.test(specifier) && !LIGHT.test(specifier);

/** Files that arrive together with `start`: what it imports statically, and what that imports. */
function* reachedFrom(start, byPath) {
  const seen = new Set([start.path]);
  const waiting = [start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    yield file;
    for (const { specifier, typeOnly, dynamic } of file.imports) {
      const target = typeOnly || dynamic ? null : resolveRelative(file.path, specifier);
      if (target === null || seen.has(target) || !byPath.has(target)) continue;
      seen.add(target);
      waiting.push(byPath.get(target));
    }
  }
}

export const plainSignIn = {
  name: 'plain-sign-in',
  reason:
    'The sign-in page opens fast on a slow line: no Ant Design in what loads before it, not even through another file.',
  *check(files) {
    const byPath = new Map(files.map((file) => [file.path, file]));
    for (const root of files) {
      if (root.isTest || !ROOTS.test(root.path)) continue;
      for (const reached of reachedFrom(root, byPath)) {
        for (const one of reached.imports.filter(isHeavy)) {
          if (one.dynamic) continue;
          const way = reached === root ? '' : ` through ${reached.path}:${one.line}`;
          yield { path: root.path, line: reached === root ? one.line : 1, message: `loads ${one.specifier}${way}` };
        }
      }
    }
  },
};
