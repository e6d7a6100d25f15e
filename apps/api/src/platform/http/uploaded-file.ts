import type { FastifyRequest } from 'fastify';
import { DomainError } from '../errors/domain-error.ts';

/**
 * The one file of a multipart request, in the field `file`.
 * @throws request.unsupported-media, request.malformed
 */
export async function uploadedFile(
  request: FastifyRequest,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  if (!request.isMultipart()) throw new DomainError('request.unsupported-media', { expected: 'multipart/form-data' });
  const part = await nextFile(request);
  if (part === null) throw brokenUpload();
  return part;
}

async function nextFile(request: FastifyRequest): Promise<{ readonly name: string; readonly bytes: Buffer } | null> {
  try {
    const file = await request.file();
    return file?.fieldname === 'file' ? { name: file.filename, bytes: await file.toBuffer() } : null;
  } catch (error) {
    // The limits have an HTTP status; what the parser finds broken is a plain Error.
    if (error instanceof Error && !('statusCode' in error)) throw brokenUpload();
    throw error;
  }
}

const brokenUpload = () => new DomainError('request.malformed', {}, [{ at: '/file', code: 'request.malformed' }]);
