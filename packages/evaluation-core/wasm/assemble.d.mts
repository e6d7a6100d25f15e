export function assembled(source: string): Promise<Uint8Array>;
export function generatedSource(bytes: Uint8Array): string;
