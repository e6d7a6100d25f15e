import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { auditVerificationSchema, type AuditVerification } from '@junheng/api-contract';
import { InvariantError } from '../../platform/errors/domain-error.ts';

const reportSchema = auditVerificationSchema.omit({ verifiedAt: true });

/**
 * Runs the verifier that people download, as a process of its own: the server computes nothing meanwhile, and what the console
 * says is what the download says.
 */
export async function runVerifier(
  file: string,
  of: { readonly chainId: string; readonly anchorsFile: string; readonly keyFile: string },
  chain: Readable,
): Promise<Omit<AuditVerification, 'verifiedAt'>> {
  const child = spawn(
    process.execPath,
    [file, '--json', '--chain', '-', '--chain-id', of.chainId, '--anchors', of.anchorsFile, '--key', of.keyFile],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const answered = Promise.all([text(child.stdout), text(child.stderr)]);
  try {
    // A verifier that has found what it looks for may stop reading: its answer counts, not that it did.
    const [[report, complaint]] = await Promise.all([answered, pipeline(chain, child.stdin).catch(() => undefined)]);
    const parsed = reportSchema.safeParse(parsedJson(report));
    if (!parsed.success) throw new InvariantError(`the verifier gave no report: ${complaint.slice(0, 500)}`);
    return parsed.data;
  } finally {
    child.kill();
  }
}

function parsedJson(report: string): unknown {
  try {
    const value: unknown = JSON.parse(report);
    return value;
  } catch {
    return null;
  }
}
