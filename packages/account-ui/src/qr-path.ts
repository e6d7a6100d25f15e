import { encode } from 'uqr';

const QUIET_MODULES = 4;

/** A QR code of the text, as one SVG path of unit squares. `size` includes the quiet zone, in modules. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_MODULES });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join('') };
}
