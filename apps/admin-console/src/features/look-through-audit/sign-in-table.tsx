import type { SignIns } from '@junheng/api-contract';
import { EmptyState, Notice, StatusTag } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';

/** Tries to sign in, newest first; the failed ones can be asked for alone. */
export function SignInTable({ signIns, more, onlyFailed }: SignIns & { readonly onlyFailed: boolean }) {
  const { t } = useTranslation('audit');
  const { instant } = useFormat();
  const columns = ['at', 'who', 'outcome', 'times', 'address', 'device'] as const;
  return (
    <section className="jc-standard">
      <div className="jc-chain__head">
        <h2>{t('signIn.history')}</h2>
        <nav className="jc-tabs" aria-label={t('signIn.history')}>
          <Link className="jc-tab" to="?" aria-current={onlyFailed ? undefined : 'page'}>
            {t('signIn.all')}
          </Link>
          <Link className="jc-tab" to="?failed=yes" aria-current={onlyFailed ? 'page' : undefined}>
            {t('signIn.failed')}
          </Link>
        </nav>
      </div>
      {signIns.length === 0 ? (
        <EmptyState title={t('signIn.none')} />
      ) : (
        <div className="ev-scroll jc-surface" role="region" aria-label={t('signIn.history')} tabIndex={0}>
          <table className="ev-table jc-table jc-audit">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`signIn.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {signIns.map(({ person, outcome, lastAt, times, address, userAgent }) => (
                <tr key={`${person.id} ${lastAt} ${outcome} ${address}`}>
                  <td className="jc-audit__at">{instant(lastAt)}</td>
                  <th scope="row" className="jc-audit__who">
                    {person.displayName}
                    <span className="ev-table__aside">{person.login}</span>
                  </th>
                  <td>
                    <StatusTag tone={outcome === 'signed-in' ? 'success' : 'danger'}>
                      {t(`signIn.outcome.${outcome}`)}
                    </StatusTag>
                  </td>
                  <td>{times}</td>
                  <td>{address}</td>
                  <td className="ev-muted">{userAgent}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more ? <Notice tone="info">{t('signIn.more', { shown: signIns.length })}</Notice> : null}
    </section>
  );
}
