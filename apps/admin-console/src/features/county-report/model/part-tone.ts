import type { CountyPart } from '@junheng/api-contract';
import type { NoticeProps } from '@junheng/ui/plain';

const tones = { filling: 'neutral', submitted: 'info', returned: 'warning', approved: 'success' } as const;

export function toneOfPart(part: Pick<CountyPart, 'status'>): NonNullable<NoticeProps['tone']> {
  return tones[part.status];
}
