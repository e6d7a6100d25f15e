import type { ItemDefinition } from '@junheng/evaluation-core';
import { memo, useId, useState } from 'react';
import { useTexts } from '@junheng/ui/plain';
import { grouped } from './model/shown-number.ts';
import { useWords } from './use-words.ts';

/** The name of an item with its unit; the official definition opens on demand. */
export const ItemHead = memo(DrawnHead);

function DrawnHead({ item, required }: { readonly item: ItemDefinition; readonly required: boolean }) {
  const { t } = useTexts('portal');
  const words = useWords();
  const [open, setOpen] = useState(false);
  const helpId = useId();
  const name = words.item(item.id);
  return (
    <th scope="row" className="item-head">
      <span className="item-head__name">
        {name}
        {required ? null : <span className="item-head__optional">{t('report.optional')}</span>}
        <button
          type="button"
          className="item-head__help"
          aria-expanded={open}
          aria-controls={helpId}
          aria-label={t('report.helpOf', { item: name })}
          title={t('report.help')}
          onClick={() => setOpen(!open)}
        >
          ?
        </button>
      </span>
      <span id={helpId} hidden={!open} className="item-head__text">
        {words.itemHelp(item.id)}
        {open ? <Bounds item={item} /> : null}
      </span>
    </th>
  );
}

/** What the cell takes, and beyond what it asks for a reason: told before it is typed, not only once it is refused. */
function Bounds({ item }: { readonly item: ItemDefinition }) {
  const { t } = useTexts('portal');
  const words = useWords();
  const { value, unit, plausible } = item;
  if (value.kind !== 'number') return null;
  const isYear = unit === 'year';
  const amount = (limit: string): string => (isYear ? limit : `${grouped(limit)} ${words.unitOf(item, limit)}`.trim());
  const limits = [
    ...(plausible?.minimum == null ? [] : [t('bounds.atLeast', { minimum: amount(plausible.minimum) })]),
    ...(plausible?.maximum == null ? [] : [t('bounds.atMost', { maximum: amount(plausible.maximum) })]),
    ...(plausible?.maximumPerPupil == null
      ? []
      : [t('bounds.perPupil', { maximum: amount(plausible.maximumPerPupil) })]),
  ];
  const kind = isYear
    ? t('bounds.year')
    : value.scale === 0
      ? t('bounds.whole')
      : t('bounds.decimals', { scale: value.scale });
  const bounds = [kind, ...limits, ...(limits.length === 0 ? [] : [t('bounds.explained')])];
  return <span className="item-head__bounds">{t('bounds.all', { bounds: words.list(bounds) })}</span>;
}
