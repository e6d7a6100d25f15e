import { CHECKLIST_ITEMS, type ChecklistItem, type PublishChecklistRequest } from '@junheng/api-contract';

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

export type ItemFault = 'too-many' | 'text' | 'twice' | 'textEn' | 'maximum' | 'criteria';

const isEmpty = ({ text, textEn, maximum, criteria }: TypedItem): boolean =>
  [text, textEn, maximum, criteria].every((each) => each.trim() === '');

/** What must be mended of one line; an empty line is left out when it is published. */
export function itemFault(item: TypedItem, items: readonly TypedItem[]): ItemFault | null {
  if (isEmpty(item)) return null;
  if (items.filter((each) => !isEmpty(each)).indexOf(item) >= CHECKLIST_ITEMS) return 'too-many';
  const text = item.text.trim();
  if (text.length < 2) return 'text';
  if (items.some((other) => other !== item && other.text.trim() === text)) return 'twice';
  if (isTooShort(item.textEn)) return 'textEn';
  if (item.kind === 'scored' && !isMaximum(item.maximum.trim())) return 'maximum';
  return isTooShort(item.criteria) ? 'criteria' : null;
}

/** Of what may be left empty. */
const isTooShort = (text: string): boolean => text.trim().length === 1;

const isMaximum = (text: string): boolean => /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) > 0;

/** What is taken over from a sheet comes after what stands there already; empty lines give way to it. */
export function withTaken(items: readonly TypedItem[], taken: readonly ChecklistItem[]): readonly TypedItem[] {
  return [...items.filter((item) => !isEmpty(item)), ...taken.map(typedItem)];
}

export type DraftFault = 'name' | 'nameEn' | 'items' | 'item';

export function draftFaults({ name, nameEn, items }: ChecklistDraft): readonly DraftFault[] {
  const faults: DraftFault[] = [];
  if (name.trim().length < 2) faults.push('name');
  if (isTooShort(nameEn)) faults.push('nameEn');
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
