import { FileStore } from '@tus/file-store';
import { Server, Upload } from '@tus/server';
import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { evidenceErrors } from './evidence.errors.ts';

/**
 * The bytes of uploads under way, one file each, filled by the tus packages: what they know of a request is its method, its
 * headers, its body and the upload's id. Who may send it was decided before.
 *
 * Requests for one upload wait for each other within this process. Two processes on one folder may write the same part at
 * once; they then write the same bytes to the same places.
 */
export class UploadFolder {
  private opened: { readonly store: FileStore; readonly server: Server } | null = null;

  constructor(
    private readonly folder: string,
    private readonly limitBytes: number,
  ) {}

  async create(uploadId: string, size: number): Promise<void> {
    const { store } = await this.open();
    await store.create(new Upload({ id: uploadId, size, offset: 0 }));
  }

  /**
   * @returns the offset reached, or that the disk did not take it
   * @throws evidence.upload-not-found, .upload-incomplete, .too-large, request.malformed, server.unavailable
   */
  async append(uploadId: string, request: IncomingMessage): Promise<number | 'storage-failed'> {
    const { server } = await this.open();
    const response = await server.handleWeb(asWebRequest(uploadId, request));
    const offset = Number(response.headers.get('upload-offset') ?? Number.NaN);
    switch (response.status) {
      case 204:
        if (!request.complete) throw evidenceErrors.uploadInterrupted();
        return offset;
      case 404:
      case 410:
        throw evidenceErrors.uploadNotFound(uploadId);
      case 409:
        throw evidenceErrors.wrongOffset();
      case 413:
        throw evidenceErrors.tooLarge(this.limitBytes);
      default:
        if (response.status >= 500) return 'storage-failed';
        throw request.complete ? evidenceErrors.uploadMalformed() : evidenceErrors.uploadInterrupted();
    }
  }

  async remove(uploadId: string): Promise<void> {
    await rm(join(this.folder, uploadId), { force: true });
    await rm(join(this.folder, `${uploadId}.json`), { force: true });
  }

  /** Not when the server starts: a folder that cannot be made should stop uploads and nothing else. */
  private async open(): Promise<{ readonly store: FileStore; readonly server: Server }> {
    if (this.opened !== null) return this.opened;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const store = new FileStore({ directory: this.folder });
    const server = new Server({
      path: '/uploads',
      datastore: store,
      maxSize: this.limitBytes,
      allowedOrigins: [],
      getFileIdFromRequest: (_request, lastPart) => lastPart,
    });
    this.opened = { store, server };
    return this.opened;
  }
}

function asWebRequest(uploadId: string, request: IncomingMessage): Request {
  const headers = new Headers();
  for (const name of ['tus-resumable', 'upload-offset', 'content-type', 'content-length']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return new Request(`http://uploads/uploads/${uploadId}`, {
    method: 'PATCH',
    headers,
    body: Readable.toWeb(request) as ReadableStream<Uint8Array>,
    duplex: 'half',
  });
}
