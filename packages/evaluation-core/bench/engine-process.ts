import { writeFile } from 'node:fs/promises';
import { EngineMissing } from './engine.ts';
import { engineNames, engines } from './engines/catalogue.ts';
import { resultBytes } from './results.ts';

// One engine in a process of its own: `engine-process.ts <engine> <countyStages> <schoolYears>`, asked by messages.
export type Request =
  { readonly kind: 'run' } | { readonly kind: 'results'; readonly path: string } | { readonly kind: 'close' };

export type Answer =
  /** With the most memory the process held until then, in MB: the workload taken in and evaluated a few times. */
  | { readonly kind: 'ready'; readonly version: string; readonly peakMegabytes: number }
  | { readonly kind: 'missing'; readonly reason: string }
  | { readonly kind: 'ran'; readonly milliseconds: number }
  | { readonly kind: 'written' }
  | { readonly kind: 'closed' };

function answer(message: Answer): void {
  process.send?.(message);
}

const [name, countyStages, schoolYears] = process.argv.slice(2);
const known = engineNames.find((each) => each === name);
if (known === undefined) throw new Error(`no engine is called ${name}`);
const { open, warmUps } = engines[known];

try {
  const engine = await open({ countyStages: Number(countyStages), schoolYears: Number(schoolYears) });
  for (let each = 0; each < warmUps; each += 1) await engine.run();
  const serve = async (request: Request): Promise<void> => {
    switch (request.kind) {
      case 'run':
        answer({ kind: 'ran', milliseconds: await engine.run() });
        return;
      case 'results':
        await writeFile(request.path, resultBytes(await engine.results()));
        answer({ kind: 'written' });
        return;
      case 'close':
        await engine.close();
        answer({ kind: 'closed' });
        process.disconnect();
        return;
      default: {
        const exhaustive: never = request;
        return exhaustive;
      }
    }
  };
  process.on('message', (request: Request) => {
    serve(request).catch((error: unknown) => {
      throw error;
    });
  });
  answer({ kind: 'ready', version: engine.version, peakMegabytes: process.resourceUsage().maxRSS / 1024 });
} catch (error) {
  if (!(error instanceof EngineMissing)) throw error;
  answer({ kind: 'missing', reason: error.message });
  process.disconnect();
}
