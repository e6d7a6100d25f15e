// A chunk of its own: hashing is needed once a report is open, never before.
export { editionHash } from '@junheng/evaluation-core';
