import Compressor from 'compressorjs';

/** Enough to read a nameplate across a room; about 300 kB. */
const LONGEST_SIDE = 2048;
const QUALITY = 0.75;

/**
 * Makes a photo small, upright and free of what else its file says (where it was taken). Rejects where the file is no picture that this
 * browser can draw.
 */
export async function compressPhoto(file: File): Promise<Blob> {
  // What cannot be drawn is told apart before it is loaded as an image.
  const drawn = await createImageBitmap(file);
  drawn.close();
  return new Promise((resolve, reject) => {
    const options = {
      maxWidth: LONGEST_SIDE,
      maxHeight: LONGEST_SIDE,
      quality: QUALITY,
      mimeType: 'image/jpeg',
      convertSize: 0,
      strict: false,
    };
    new Compressor(file, { ...options, success: (blob: Blob) => resolve(blob), error: reject });
  });
}
