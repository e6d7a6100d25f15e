import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { storable } from '../../platform/http/storable-text.ts';
import { importErrors } from './imports.errors.ts';
import type { UploadedFile } from './imports.types.ts';

/**
 * The files of the multipart field `file`. One file at a time in memory; a file above the limit ends the request with `request.too-large`, a body that is not what its
 * header says, or breaks off, with `request.malformed`.
 */
export async function* uploadedFiles(request: FastifyRequest): AsyncGenerator<UploadedFile> {
  if (!request.isMultipart()) throw importErrors.notMultipart();
  const parts = request.files();
  for (;;) {
    const file = await nextFile(parts);
    if (file === null) return;
    if (file.field === 'file') yield { name: storable(file.name.slice(0, 200)), bytes: file.bytes };
  }
}

async function nextFile(
  parts: AsyncIterableIterator<MultipartFile>,
): Promise<{ readonly field: string; readonly name: string; readonly bytes: Buffer } | null> {
  try {
    const next: IteratorResult<MultipartFile, unknown> = await parts.next();
    if (next.done === true) return null;
    const part = next.value;
    return { field: part.fieldname, name: part.filename, bytes: await part.toBuffer() };
  } catch (error) {
    // The limits have an HTTP status; what the parser finds broken is a plain Error.
    if (error instanceof Error && !('statusCode' in error)) throw importErrors.brokenUpload();
    throw error;
  }
}
