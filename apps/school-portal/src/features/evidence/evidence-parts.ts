/** What is fetched behind the form: the panel, the queue and the tus client. */
type EvidenceParts = typeof import('./panel/panel-parts.ts');

let parts: EvidenceParts | null = null;

export function evidenceParts(): EvidenceParts | null {
  return parts;
}

export async function loadEvidenceParts(): Promise<EvidenceParts> {
  parts ??= await import('./panel/panel-parts.ts');
  return parts;
}
