import { Injectable } from '@nestjs/common';
import { FileStore, type StoredFile } from '../../platform/files/file-store.ts';
import { recognisePicture, type PictureMediaType } from './content/recognise-picture.ts';

export type ReceivedPicture =
  | ({ readonly ok: true; readonly mediaType: PictureMediaType } & StoredFile)
  /** What the bytes are instead. */
  | { readonly ok: false; readonly found: string };

/** Pictures that are sent whole: looked at by their bytes, then kept by their hash. Nothing refers to them yet. */
@Injectable()
export class PictureReception {
  constructor(private readonly files: FileStore) {}

  async keep(bytes: Buffer): Promise<ReceivedPicture> {
    const recognition = await recognisePicture(bytes);
    return recognition.ok ? { ...recognition, ...(await this.files.put(bytes)) } : recognition;
  }
}
