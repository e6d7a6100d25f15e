import { useState, type ReactNode } from 'react';
import { useWords } from './use-words.ts';

/** A long list shows its first lines and says how many more there are. */
export function MoreOrLess<Item>(props: {
  readonly items: readonly Item[];
  readonly first: number;
  readonly children: (items: readonly Item[]) => ReactNode;
}) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const hidden = props.items.length - props.first;
  // One line more is no reason for a button.
  if (hidden <= 1) return <>{props.children(props.items)}</>;
  return (
    <>
      {props.children(all ? props.items : props.items.slice(0, props.first))}
      <button type="button" className="ev-more" onClick={() => setAll(!all)}>
        {all ? t('obstacles.less') : t('obstacles.more', { count: hidden })}
      </button>
    </>
  );
}
