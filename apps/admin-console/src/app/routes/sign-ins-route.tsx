import { EmptyState } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { AuditPages } from '../../features/look-through-audit/audit-pages.tsx';
import { RetentionForm } from '../../features/look-through-audit/retention-form.tsx';
import { SecondFactorRulesForm } from '../../features/look-through-audit/second-factor-rules-form.tsx';
import { SessionTable } from '../../features/look-through-audit/session-table.tsx';
import { SignInTable } from '../../features/look-through-audit/sign-in-table.tsx';
import { auditTexts } from '../../features/look-through-audit/texts.ts';
import { liveSessionsQuery, retentionQuery, secondFactorRulesQuery, signInsQuery } from '../../server/sign-ins.ts';

export function SignInsRoute() {
  usePageTexts(auditTexts);
  const { t } = useTranslation('frame');
  const may = useMay();
  const enabled = may('audit.read');
  const [address] = useSearchParams();
  const onlyFailed = address.get('failed') === 'yes';
  const signIns = useQuery({ ...signInsQuery(onlyFailed ? { failed: 'yes' } : {}), enabled });
  const sessions = useQuery({ ...liveSessionsQuery, enabled });
  const retention = useQuery({ ...retentionQuery, enabled });
  const managesPeople = enabled && may('people.manage');
  const rules = useQuery({ ...secondFactorRulesQuery, enabled: managesPeople });
  if (!enabled) return <EmptyState title={t('denied.title')} description={t('denied.text')} />;
  return (
    <>
      <title>{`${t('audit')} · ${t('product')}`}</title>
      <AuditPages>
        <Loaded query={signIns}>{(data) => <SignInTable {...data} onlyFailed={onlyFailed} />}</Loaded>
        <Loaded query={sessions}>{(data) => <SessionTable {...data} mayEnd={managesPeople} />}</Loaded>
        {managesPeople ? (
          <Loaded query={rules}>
            {({ counties }) =>
              counties.map((county) => <SecondFactorRulesForm key={county.countyId} county={county} />)
            }
          </Loaded>
        ) : null}
        <Loaded query={retention}>{(data) => <RetentionForm key={data.changedAt} retention={data} />}</Loaded>
      </AuditPages>
    </>
  );
}
