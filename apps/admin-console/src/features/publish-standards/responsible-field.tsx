import { useTranslation } from 'react-i18next';
import type { Editing } from './editing.ts';

/** The section or department that answers for a requirement or a scored point (责任科室), as the bureau calls it. */
export function ResponsibleField(props: {
  readonly of: string;
  readonly requirement: string;
  readonly point: string | null;
  readonly responsible: string | null;
  readonly editing: Editing | null;
}) {
  const { t } = useTranslation('standards');
  const { editing, requirement, point, responsible } = props;
  if (editing === null) return responsible === null ? null : <span>{t('responsibleIs', { name: responsible })}</span>;
  return (
    <label className="jc-inline">
      {t('responsible')}
      <input
        className="jh-input jc-filters__select"
        aria-label={`${props.of} ${t('responsible')}`}
        maxLength={100}
        value={responsible ?? ''}
        onChange={({ target: { value } }) =>
          editing.change({ kind: 'responsible', requirement, point, responsible: value.trim() === '' ? null : value })
        }
      />
    </label>
  );
}
