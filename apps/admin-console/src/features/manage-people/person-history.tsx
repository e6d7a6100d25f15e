import type { PersonDetail } from '@junheng/api-contract';
import { auditActionText, auditDetailsText } from '@junheng/evaluation-messages/audit-log';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';

/** What the audit log says about the account; nothing for whoever may not read it. */
export function PersonHistory({ history }: Pick<PersonDetail, 'history'>) {
  const { t } = useTranslation('people');
  const { language } = useLanguage();
  const { instant } = useFormat();
  if (history.length === 0) return null;
  return (
    <section className="jc-part" aria-labelledby="person-history">
      <h2 id="person-history">{t('history.title')}</h2>
      <div className="ev-scroll jc-surface">
        <table className="ev-table jc-table jc-cards">
          <caption className="jh-visually-hidden">{t('history.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('history.when')}</th>
              <th scope="col">{t('history.what')}</th>
              <th scope="col">{t('history.facts')}</th>
              <th scope="col">{t('history.by')}</th>
            </tr>
          </thead>
          <tbody>
            {history.map((event) => (
              <tr key={event.id}>
                <th scope="row" className="jc-nowrap">
                  {instant(event.at)}
                </th>
                <td>{auditActionText(language, event.action)}</td>
                <td>{auditDetailsText(language, event.details).join(language === 'zh-CN' ? '；' : '; ')}</td>
                <td className="ev-muted">{event.by ?? t('roles.system')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
