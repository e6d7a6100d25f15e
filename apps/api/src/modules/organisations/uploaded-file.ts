import type { FastifyRequest } from 'fastify';
import { organisationErrors } from './organisations.errors.ts';

/**
 * The one file of a multipart request, in the field `file`.
 * @throws request.unsupported-media, request.malformed
 */
export async function uploadedFile(
  request: FastifyRequest,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  if (!request.isMultipart()) throw organisationErrors.notMultipart();
  const part = await nextFile(request);
  if (part === null) throw organisationErrors.malformed(['/file']);
  return part;
}

async function nextFile(request: FastifyRequest): Promise<{ readonly name: string; readonly bytes: Buffer } | null> {
  try {
    const file = await request.file();
    return file?.fieldname === 'file' ? { name: file.filename, bytes: await file.toBuffer() } : null;
  } catch (error) {
    // The limits have an HTTP status; what the parser finds broken is a plain Error.
    if (error instanceof Error && !('statusCode' in error)) throw organisationErrors.malformed(['/file']);
    throw error;
  }
}
