const { readFileSync } = require('node:fs');
const { fileURLToPath } = require('node:url');
const { transformSync } = require('@swc/core');
const { typescriptOptions } = require('./typescript-options.cjs');

/** The source maps of what `node-hooks.js` compiles, by file; a file is compiled again only when a stack trace names it. */
class SourceMaps {
  #made = new Map();

  /** @param {string} source path or address of a file @returns {string | undefined} address of its map */
  get(source) {
    if (!source.endsWith('.ts')) return undefined;
    const made = this.#made.get(source) ?? dataUrl(source.startsWith('file:') ? fileURLToPath(source) : source);
    this.#made.set(source, made);
    return made;
  }

  [Symbol.iterator]() {
    return this.#made[Symbol.iterator]();
  }
}

function dataUrl(filename) {
  const { map } = transformSync(readFileSync(filename, 'utf8'), { ...typescriptOptions, filename, sourceMaps: true });
  return `data:application/json;base64,${Buffer.from(map).toString('base64')}`;
}

exports.sourceMaps = new SourceMaps();
