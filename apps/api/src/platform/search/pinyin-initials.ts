import { pinyin } from 'pinyin-pro';

/**
 * The first letter of each character's pinyin, digits and Latin letters kept: `东镇中心小学` is `dzzxxx`. Characters of several
 * readings take the one their neighbours ask for (`重庆` is `cq`).
 */
export function pinyinInitials(text: string, of: 'place' | 'person' = 'place'): string {
  const letters = pinyin(text.normalize('NFKC'), {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    surname: of === 'person' ? 'head' : 'off',
  });
  return letters
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
