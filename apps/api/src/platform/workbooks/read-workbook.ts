import { Worker } from 'node:worker_threads';
import type { WorkbookLimits, WorkbookReading } from './workbook.types.ts';
import { WORKBOOK_LIMITS } from './workbook-limits.ts';

type ThreadMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly reading: WorkbookReading }
  | { readonly kind: 'failed'; readonly message: string };

const STARTUP_MILLISECONDS = 30_000;
/** Readings at a time: what one may take in memory is bounded, what all of them take must be too. */
const AT_A_TIME = 2;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a workbook's bytes in a thread of its own with its own memory limit and deadline. Never throws for anything a file can
 * contain; a file that cannot be read is a refusal. What the file is called is not looked at.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): Promise<WorkbookReading> {
  // Cheap refusals need no thread.
  if (bytes.length === 0) return { ok: false, refusal: { code: 'empty_file', facts: {} } };
  if (bytes.length > limits.fileBytes) {
    const facts = { limitMegabytes: Math.round(limits.fileBytes / 1024 / 1024) };
    return { ok: false, refusal: { code: 'file_too_large', facts } };
  }
  if (running >= AT_A_TIME) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await readInThread(bytes, limits);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function readInThread(bytes: Uint8Array, limits: WorkbookLimits): Promise<WorkbookReading> {
  return new Promise((resolve) => {
    const worker = startThread(limits);
    let settled = false;
    let deadline = setTimeout(() => finish(tooSlow(STARTUP_MILLISECONDS)), STARTUP_MILLISECONDS);

    function finish(reading: WorkbookReading): void {
      if (settled) return;
      settled = true;
      clearTimeout(deadline);
      void worker.terminate().then(() => resolve(reading));
    }
    worker.on('message', (message: ThreadMessage) => {
      switch (message.kind) {
        case 'ready':
          clearTimeout(deadline);
          deadline = setTimeout(() => finish(tooSlow(limits.milliseconds)), limits.milliseconds);
          worker.postMessage({ bytes, limits });
          break;
        case 'read':
          finish(message.reading);
          break;
        case 'failed':
          finish({ ok: false, refusal: { code: 'reading_failed', facts: { detail: message.message } } });
          break;
        default: {
          const exhaustive: never = message;
          return exhaustive;
        }
      }
    });
    // Out of memory arrives here as ERR_WORKER_OUT_OF_MEMORY: the limits above it should have refused the file first.
    worker.on('error', (error: NodeJS.ErrnoException) =>
      finish({
        ok: false,
        refusal:
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? { code: 'unsafe_file', facts: { limitMegabytes: limits.heapMegabytes } }
            : { code: 'reading_failed', facts: { detail: error.message } },
      }),
    );
    worker.on('exit', () => finish({ ok: false, refusal: { code: 'reading_failed', facts: { detail: 'exit' } } }));
  });
}

function tooSlow(milliseconds: number): WorkbookReading {
  return { ok: false, refusal: { code: 'reading_took_too_long', facts: { seconds: Math.round(milliseconds / 1000) } } };
}

/**
 * Compiled, the thread's file is JavaScript. From source (development, Jest, the command line) it is TypeScript and the thread
 * must load the compiler hook itself: threads do not inherit hooks, and under Jest there are none to inherit.
 */
function startThread(limits: WorkbookLimits): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  const entry = new URL(fromSource ? './reading-thread.ts' : './reading-thread.js', import.meta.url);
  const hook = new URL('../../../swc-register.js', import.meta.url).href;
  return new Worker(entry, {
    execArgv: fromSource ? ['--conditions=@junheng/source', '--import', hook] : [],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 32 },
  });
}
