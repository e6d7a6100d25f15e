/** Random; `crypto.randomUUID` is missing on plain http, which is how a school reaches a server in its county. */
export function newFileId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
