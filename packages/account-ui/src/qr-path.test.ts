import { expect, test } from '@jest/globals';
import jsQR from 'jsqr';
import { qrPath } from './qr-path.ts';

const PIXELS = 4;
// A CommonJS module that was made from an ES one: its function is the default of its default.
const decode = Reflect.get(jsQR, 'default') as typeof jsQR;

/** The path as a camera would see it: each module a square of pixels. */
function photographed({ size, path }: ReturnType<typeof qrPath>): Uint8ClampedArray {
  const side = size * PIXELS;
  const image = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < PIXELS; row += 1) {
      for (let column = 0; column < PIXELS; column += 1) {
        const at = ((Number(y) * PIXELS + row) * side + Number(x) * PIXELS + column) * 4;
        image.fill(0, at, at + 3);
      }
    }
  }
  return image;
}

test('what is drawn reads back as what it was made of', () => {
  const uri =
    'otpauth://totp/%E5%9D%87%E8%A1%A1%20Junheng:school-a-reporter?issuer=%E5%9D%87%E8%A1%A1%20Junheng&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30';
  const drawn = qrPath(uri);
  const side = drawn.size * PIXELS;
  expect(decode(photographed(drawn), side, side)?.data).toBe(uri);
});
