import { createHash } from 'node:crypto';
import { accessErrors } from './access.errors.ts';
import { addressKey } from './access.rules.ts';

/** Thrown inside the counting transaction: a refused try is not counted, so waiting it out helps. */
export function refuseBlocked(until: Date | null, now: Date): void {
  if (until !== null) throw accessErrors.slowedDown(Math.ceil((until.getTime() - now.getTime()) / 1000));
}

/** Hashed, so that the table tells nobody which names were tried from where. */
export function limitKeys(login: string, address: string): { readonly pair: string; readonly address: string } {
  const place = addressKey(address);
  const pair = createHash('sha256').update(`${login}\n${place}`, 'utf8').digest('hex');
  return { pair: `sign-in:pair:${pair}`, address: `sign-in:address:${place}` };
}
