import { StatusTag } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import type { ImportList } from '../../server/contract-shapes.ts';

export interface ImportHistoryProps {
  readonly imports: ImportList['imports'];
  readonly hrefOf: (importId: string) => string;
}

const tones = { preview: 'warning', confirmed: 'success', discarded: 'neutral' } as const;

/** Earlier imports of the round; one still to be confirmed can be taken up again. */
export function ImportHistory({ imports, hrefOf }: ImportHistoryProps) {
  const { t } = useTranslation('import');
  const { instant } = useFormat();
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('history')}</h2>
      {imports.length === 0 ? (
        <p className="ev-muted">{t('noHistory')}</p>
      ) : (
        <ul className="jc-surface jc-rows">
          {imports.map((each) => (
            <li key={each.id}>
              <Link className="jc-table__link" to={hrefOf(each.id)}>
                {each.files.map((file) => file.name).join(' · ')}
              </Link>
              <StatusTag tone={tones[each.status]}>{t(`status.${each.status}`)}</StatusTag>
              <span className="ev-muted">{t('by', { by: each.uploadedBy, at: instant(each.uploadedAt) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
