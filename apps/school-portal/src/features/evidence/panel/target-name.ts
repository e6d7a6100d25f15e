import { text } from '@junheng/evaluation-messages/plain';
import type { Language } from '@junheng/ui/plain';
import type { EvidenceTarget } from '../../../api/types.ts';

/** What a file proves, in words. */
export function targetName(language: Language, target: EvidenceTarget): string {
  switch (target.kind) {
    case 'indicator':
      return text(language, `indicator.${target.id}.short`);
    case 'item':
      return text(language, `item.${target.id}`);
    case 'special-rule':
      return text(language, `special-rule.${target.id}`);
    default: {
      const exhaustive: never = target.kind;
      return exhaustive;
    }
  }
}
