import wabt from 'wabt';

/** @param {string} source WebAssembly text @returns {Promise<Uint8Array>} */
export async function assembled(source) {
  const { parseWat } = await wabt();
  const module = parseWat('fuse', source, { simd: true });
  try {
    module.validate();
    return module.toBinary({}).buffer;
  } finally {
    module.destroy();
  }
}

const BYTES_PER_LINE = 32;

/** @param {Uint8Array} bytes */
export function generatedSource(bytes) {
  const lines = [];
  for (let at = 0; at < bytes.length; at += BYTES_PER_LINE)
    lines.push(`  ${[...bytes.subarray(at, at + BYTES_PER_LINE)].join(', ')},`);
  return [
    '// Assembled from wasm/fuse-text.mjs by wasm/build.mjs. Do not edit.',
    'export const fuseModule: readonly number[] = [',
    ...lines,
    '];',
    '',
  ].join('\n');
}
