import { z } from 'zod';

/** `manifest.json` of a backup folder: what it holds, and the hash of each part. */
export const backupManifestSchema = z.object({
  format: z.literal('junheng-backup-1'),
  createdAt: z.iso.datetime(),
  /** Migrations that made the schema, oldest first. */
  migrations: z.array(z.string()),
  /** In an order in which they can be filled: what a table refers to comes before it. */
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_]+$/),
      columns: z.array(z.string().regex(/^[a-z0-9_]+$/)),
      rows: z.int(),
      /** SHA-256 of the compressed file `tables/<name>.copy.gz`. */
      sha256: z.string(),
    }),
  ),
  files: z.array(z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int() })),
  anchors: z.object({ sha256: z.string() }).nullable(),
});
export type BackupManifest = z.infer<typeof backupManifestSchema>;

export const MANIFEST_FILE = 'manifest.json';
export const ANCHORS_FILE = 'audit-anchors.jsonl';

export function tableFile(table: string): string {
  return `tables/${table}.copy.gz`;
}
