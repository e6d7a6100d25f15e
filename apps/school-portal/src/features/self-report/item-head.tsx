import type { ItemDefinition } from '@junheng/evaluation-core';
import { memo, useId, useState } from 'react';
import { useTexts } from '@junheng/ui/plain';
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
      </span>
    </th>
  );
}
