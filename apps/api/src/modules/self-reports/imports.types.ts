import type { ImportPreviewView, confirmedImportSchema } from '@junheng/api-contract';
import type { z } from 'zod';
import type { ImportPreview } from './import/import-preview.types.ts';

export type ConfirmedImport = z.infer<typeof confirmedImportSchema>;

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportFileRecord {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly format: string | null;
}

/** What was read, and which files could not be. */
export type StoredPreview = ImportPreview & { readonly refusedFiles: readonly ImportFileRecord[] };

/** An import (导入) as stored: what was read from the files, and what became of it. */
export interface ImportRecord {
  readonly id: string;
  readonly roundId: string;
  readonly countyId: string;
  readonly status: ImportPreviewView['status'];
  readonly preview: StoredPreview;
  readonly files: readonly ImportFileRecord[];
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly confirmedAt: Date | null;
}

export type ListedImport = Omit<ImportRecord, 'preview' | 'roundId' | 'countyId'>;
