import { CORE_DEPENDENCIES, CORE_LAYERS } from '../house.mjs';
import { resolveRelative } from '../source-files.mjs';

const SRC = 'packages/evaluation-core/src/';
const inCore = (files) => files.filter(({ path, isTest }) => path.startsWith(SRC) && !isTest);

const isAllowedDependency = (specifier) =>
  CORE_DEPENDENCIES.some(({ name }) => specifier === name || specifier.startsWith(`${name}/`));

export const coreDependencies = {
  name: 'core-dependencies',
  reason:
    'evaluation-core decides and nothing else: no input, no output, no clock. The list is in house.mjs, each entry with its reason.',
  *check(files) {
    for (const file of inCore(files)) {
      for (const { specifier, line } of file.imports) {
        if (specifier.startsWith('.') || isAllowedDependency(specifier)) continue;
        yield { path: file.path, line, message: `evaluation-core may not import ${specifier}` };
      }
    }
  },
};

export const coreStaticImports = {
  name: 'core-static-imports',
  reason: 'A dynamic import is a door that the other laws do not see, and makes functions asynchronous.',
  *check(files) {
    for (const file of inCore(files)) {
      const lines = [...file.imports.filter(({ dynamic }) => dynamic).map(({ line }) => line), ...file.opaqueImports];
      for (const line of lines) yield { path: file.path, line, message: 'evaluation-core imports statically' };
    }
  },
};

const rankOf = (layer) => CORE_LAYERS.findIndex((names) => names.includes(layer));

/** The layer of a file: its folder, or its own name directly under src. */
const layerOf = (path) => (path.startsWith(SRC) ? path.slice(SRC.length).split('/')[0] : null);
const isAbove = (layer) => layer.endsWith('.ts') && rankOf(layer) === -1;

export const coreLayers = {
  name: 'core-layers',
  reason: 'From quantities to plans: a layer knows only those below it.',
  *check(files) {
    for (const file of inCore(files)) {
      const layer = layerOf(file.path);
      if (isAbove(layer)) continue;
      if (rankOf(layer) === -1) {
        yield { path: file.path, line: 1, message: `${layer} has no place among the layers: give it one in house.mjs` };
        continue;
      }
      for (const { specifier, line } of file.imports) {
        const target = resolveRelative(file.path, specifier);
        const other = target === null ? null : layerOf(target);
        if (other === null || other === layer || (!isAbove(other) && rankOf(other) < rankOf(layer))) continue;
        yield { path: file.path, line, message: `${layer} may not import ${other}, which does not stand below it` };
      }
    }
  },
};
