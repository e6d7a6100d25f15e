import type { RoundSelfReport } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { percent } from '@junheng/evaluation-ui';
import { useLanguage } from '@junheng/ui/plain';
import { ListTable, type ListColumn } from '@junheng/ui/table';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../../../display/use-person.ts';
import { groupings, groupProgress, type GroupProgress, type Grouping } from './model/group-progress.ts';
import { ShareBar } from './share-bar.tsx';

/** Towns or types of school, each with how far its schools are. */
export function GroupTable({ rows }: { readonly rows: readonly RoundSelfReport[] }) {
  const { t } = useTranslation('progress');
  const { language } = useLanguage();
  const person = usePerson();
  const [by, setBy] = useState<Grouping>('town');
  const groups = useMemo(() => groupProgress(rows, by), [rows, by]);
  const name = ({ key }: GroupProgress) =>
    key === '' ? t('noTown') : by === 'type' ? words(language, `school-type.${key}`) : key;
  const counted = ['schools', 'notBegun', 'filling', 'returned', 'submitted', 'approved', 'late'] as const;
  return (
    <section className="jc-stack" aria-label={t('groups.label')}>
      <div className="jc-tabs" role="group" aria-label={t('groups.label')}>
        {groupings.map((each) => (
          <button key={each} type="button" className="jc-tab" aria-pressed={by === each} onClick={() => setBy(each)}>
            {t(`groups.${each}`)}
          </button>
        ))}
      </div>
      <ListTable
        person={person}
        table="round-groups"
        caption={t(`groups.${by}`)}
        fileName={t(`groups.${by}`)}
        rows={groups}
        rowKey={({ key }) => key}
        columns={[
          { id: 'key', title: t(`column.key.${by}`), head: true, value: name },
          ...counted.map((id): ListColumn<GroupProgress> => ({
            id,
            title: t(`column.${id}`),
            value: (group) => group[id],
            numeric: true,
          })),
          {
            id: 'filled',
            title: t('column.filled'),
            value: ({ filled }) => filled,
            render: ({ filled }) => <ShareBar share={filled} words={percent(filled)} />,
            exported: ({ filled }) => percent(filled),
          },
        ]}
      />
    </section>
  );
}
