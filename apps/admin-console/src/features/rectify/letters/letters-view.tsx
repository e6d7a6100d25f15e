import type { FeedbackLetters, ListedFeedbackLetter } from '@junheng/api-contract';
import { EmptyState } from '@junheng/ui/plain';
import { ListTable } from '@junheng/ui/table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../display/use-format.ts';
import { useMay } from '../../../display/use-may.ts';
import { usePerson } from '../../../display/use-person.ts';

const COUNTS = ['total', 'closed', 'overdue', 'withoutMeasure'] as const;

/** The letters of the counties within reach, and how far each is. */
export function LettersView({ letters }: FeedbackLetters) {
  const { t } = useTranslation('letters');
  const { day } = useFormat();
  const person = usePerson();
  const manages = useMay()('rectifications.manage');
  if (letters.length === 0) {
    return <EmptyState title={t('empty')} description={manages ? t('emptyHelp') : t('emptyReader')} />;
  }
  const severalCounties = new Set(letters.map(({ county }) => county.id)).size > 1;
  return (
    <ListTable
      person={person}
      table="feedback-letters"
      caption={t('back')}
      fileName={t('back')}
      rows={letters}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'document',
          title: t('column.document'),
          value: ({ document }) => document,
          head: true,
          render: ({ id, document }) => (
            <Link className="jc-table__link" to={`/rectifications/letters/${id}`}>
              {document}
            </Link>
          ),
        },
        ...(severalCounties
          ? [{ id: 'county', title: t('column.county'), value: ({ county }: ListedFeedbackLetter) => county.name }]
          : []),
        { id: 'issuer', title: t('column.issuer'), value: ({ issuer }) => issuer },
        {
          id: 'datedOn',
          title: t('column.datedOn'),
          value: ({ datedOn }) => datedOn,
          render: ({ datedOn }) => <span className="jc-nowrap">{day(datedOn)}</span>,
        },
        {
          id: 'dueOn',
          title: t('column.dueOn'),
          value: ({ dueOn }) => dueOn,
          render: ({ dueOn }) => <span className="jc-nowrap">{day(dueOn)}</span>,
        },
        { id: 'problems', title: t('column.problems'), value: ({ problems }) => problems, numeric: true },
        ...COUNTS.map((id) => ({
          id,
          title: t(`column.${id === 'total' ? 'rows' : id}`),
          value: ({ rows }: ListedFeedbackLetter) => rows[id],
          numeric: true,
        })),
      ]}
    />
  );
}
