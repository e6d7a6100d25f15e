import { parentPort } from 'node:worker_threads';
import type { WorkbookLimits } from './workbook.types.ts';
import { readWorkbookBytes } from './read-workbook-bytes.ts';

// The entry of the thread that readWorkbook starts, one per file: a file that exhausts it takes nothing else with it.

parentPort?.on('message', (request: { bytes: Uint8Array; limits: WorkbookLimits }) => {
  const { buffer, byteOffset, byteLength } = request.bytes;
  readWorkbookBytes(Buffer.from(buffer, byteOffset, byteLength), request.limits).then(
    (reading) => parentPort?.postMessage({ kind: 'read', reading }),
    (error: unknown) =>
      parentPort?.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});
parentPort?.postMessage({ kind: 'ready' });
