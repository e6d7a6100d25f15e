import type { ChecklistItem, PublishChecklistRequest } from '@junheng/api-contract';

export const itemKinds: readonly ChecklistItem['kind'][] = ['yes-no', 'scored', 'counted'];

/** One line of the form as typed. `id` only tells lines apart. */
export interface TypedItem {
  readonly id: string;
  readonly kind: ChecklistItem['kind'];
  readonly text: string;
  readonly textEn: string;
  readonly maximum: string;
  readonly criteria: string;
}

export interface ChecklistDraft {
  readonly regionId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly items: readonly TypedItem[];
}

export function emptyItem(): TypedItem {
  return { id: crypto.randomUUID(), kind: 'yes-no', text: '', textEn: '', maximum: '', criteria: '' };
}

export function typedItem({ kind, text, textEn, maximum, criteria }: ChecklistItem): TypedItem {
  return {
    id: crypto.randomUUID(),
    kind,
    text,
    textEn: textEn ?? '',
    maximum: maximum ?? '',
    criteria: criteria ?? '',
  };
}

export type ItemFault = 'text' | 'twice' | 'maximum';

const isEmpty = ({ text, textEn, maximum, criteria }: TypedItem): boolean =>
  [text, textEn, maximum, criteria].every((each) => each.trim() === '');

/** What must be mended of one line; an empty line is left out when it is published. */
export function itemFault(item: TypedItem, items: readonly TypedItem[]): ItemFault | null {
  if (isEmpty(item)) return null;
  const text = item.text.trim();
  if (text.length < 2) return 'text';
  if (items.some((other) => other !== item && other.text.trim() === text)) return 'twice';
  if (item.kind !== 'scored') return null;
  const maximum = item.maximum.trim();
  return /^\d{1,3}(\.\d{1,2})?$/.test(maximum) && Number(maximum) > 0 ? null : 'maximum';
}

export type DraftFault = 'name' | 'items' | 'item';

export function draftFaults({ name, items }: ChecklistDraft): readonly DraftFault[] {
  const faults: DraftFault[] = [];
  if (name.trim().length < 2) faults.push('name');
  if (items.every(isEmpty)) faults.push('items');
  if (items.some((item) => itemFault(item, items) !== null)) faults.push('item');
  return faults;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export function requestOf({ regionId, name, nameEn, items }: ChecklistDraft): PublishChecklistRequest {
  return {
    regionId,
    name: name.trim(),
    nameEn: orNull(nameEn),
    items: items
      .filter((item) => !isEmpty(item))
      .map(({ kind, text, textEn, maximum, criteria }) => ({
        kind,
        text: text.trim(),
        textEn: orNull(textEn),
        maximum: kind === 'scored' ? maximum.trim() : null,
        criteria: orNull(criteria),
      })),
  };
}
