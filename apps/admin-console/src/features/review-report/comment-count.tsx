import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { commentsQuery } from '../../server/self-reports.ts';

/** That somebody said something about a cell; opens it. */
export function CommentCount(props: {
  readonly reportId: string;
  readonly cell: string;
  readonly name: string;
  readonly onOpen: () => void;
}) {
  const { t } = useTranslation('comment');
  const { data } = useQuery(commentsQuery(props.reportId));
  const count = (data?.comments ?? []).filter(({ cell }) => cell === props.cell).length;
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="jc-quiet"
      aria-label={t('countOf', { name: props.name, count })}
      onClick={props.onOpen}
    >
      {t('count', { count })}
    </button>
  );
}
