import { pendingOf } from '@junheng/offline-journal';
import { Button } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { foundBy } from './model/seen-visit.ts';
import type { OpenVisit } from './use-visit.ts';

export interface FoundValuesProps {
  readonly open: OpenVisit;
  readonly entry: string;
  readonly show: (value: string) => string;
}

/** Who found what of one value. Whoever found the same as a colleague says so: two who agree are two opinions, not one. */
export function FoundValues({ open, entry, show }: FoundValuesProps) {
  const { t } = useTranslation('visit');
  const { visit, inspector, queue, saver } = open;
  const found = visit.found[entry] ?? [];
  const mine = foundBy(visit, inspector.personId, entry);
  const standing = visit.entries[entry];
  if (found.every(({ personId }) => personId === inspector.personId)) return null;
  const mayAgree =
    visit.may.record &&
    standing !== undefined &&
    standing.value !== mine &&
    pendingOf(queue, entry) === null &&
    queue.conflicts[entry] === undefined;
  const agree = (value: string, revision: number): void => {
    saver.type({ cell: entry, text: value, value, problem: null, stored: { value, revision }, evenIfStored: true });
    saver.flush();
  };
  return (
    <div className="vs-found">
      <ul aria-label={t('cells.found')}>
        {found.map(({ personId, name, value }) => (
          <li key={personId ?? name}>
            {t('cells.foundBy', { name: personId === inspector.personId ? t('cells.me') : name, value: show(value) })}
          </li>
        ))}
      </ul>
      {mayAgree ? (
        <Button size="small" onClick={() => agree(standing.value, standing.revision)}>
          {t('cells.foundSame', { value: show(standing.value) })}
        </Button>
      ) : null}
    </div>
  );
}
