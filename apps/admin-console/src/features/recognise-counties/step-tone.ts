import type { Recognition } from '@junheng/api-contract';

const TONES = {
  'self-evaluated': 'info',
  'city-reviewed': 'info',
  'province-assessed': 'info',
  recognised: 'success',
  rechecked: 'success',
  'not-recognised': 'danger',
  revoked: 'danger',
} as const;

export function toneOf(state: Recognition['state']): 'info' | 'success' | 'danger' | 'neutral' {
  return state === null ? 'neutral' : TONES[state];
}
