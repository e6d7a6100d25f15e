import type { Tone } from '@junheng/ui/plain';
import type { SelfReport } from '../../../api/types.ts';

export const toneOfStatus: Readonly<Record<SelfReport['status'], Tone>> = {
  'not-started': 'neutral',
  filling: 'info',
  'handed-over': 'info',
  submitted: 'info',
  returned: 'warning',
  approved: 'success',
};
