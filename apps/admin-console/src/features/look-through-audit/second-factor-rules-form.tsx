import type { RoleOfCounty, SecondFactorRulesOfCounty } from '@junheng/api-contract';
import { ConfirmButton, Notice } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { changeSecondFactorRules, secondFactorRulesQuery } from '../../server/sign-ins.ts';

/** Which roles of a county must have a second factor (动态验证码), and how many people would have to set one up. */
export function SecondFactorRulesForm({ county }: { readonly county: SecondFactorRulesOfCounty }) {
  const { t } = useTranslation('audit');
  const { instant } = useFormat();
  const queries = useQueryClient();
  const set = county.roles.filter(({ compulsory }) => compulsory !== null).map(({ role }) => role);
  const [wanted, setWanted] = useState<readonly RoleOfCounty[]>(set);
  const saving = useMutation({
    mutationFn: () => changeSecondFactorRules(county.countyId, wanted),
    onSuccess: () => queries.invalidateQueries({ queryKey: secondFactorRulesQuery.queryKey }),
  });
  const changed = wanted.length !== set.length || wanted.some((role) => !set.includes(role));
  const affected = county.roles
    .filter(({ role }) => wanted.includes(role) && !set.includes(role))
    .reduce((sum, { without }) => sum + without, 0);
  return (
    <section className="jc-standard">
      <h2>{t('factorRules.title', { county: county.countyName })}</h2>
      <div className="jc-surface jc-chain">
        <p className="ev-muted">{t('factorRules.text')}</p>
        {county.roles.map(({ role, compulsory, people, without }) => (
          <div key={role}>
            <label>
              <input
                type="checkbox"
                checked={wanted.includes(role)}
                onChange={({ target: { checked } }) =>
                  setWanted((before) => (checked ? [...before, role] : before.filter((other) => other !== role)))
                }
              />{' '}
              {t(`factorRules.role.${role}`)}
            </label>
            <p className="ev-muted">
              {t('factorRules.people', { people, count: without })}
              {compulsory === null
                ? null
                : ` ${t('factorRules.since', { at: instant(compulsory.since), by: compulsory.by ?? '' })}`}
            </p>
          </div>
        ))}
        <RefusalNotice error={saving.error} />
        {saving.isSuccess && !changed ? (
          <Notice tone="success" role="status">
            {t('factorRules.saved')}
          </Notice>
        ) : null}
        <div>
          <ConfirmButton
            variant="primary"
            disabled={!changed}
            title={t('factorRules.title', { county: county.countyName })}
            description={t(affected === 0 ? 'factorRules.confirmNobody' : 'factorRules.confirm', { count: affected })}
            onConfirm={() =>
              saving.mutateAsync().then(
                () => undefined,
                () => undefined,
              )
            }
          >
            {t('retention.save')}
          </ConfirmButton>
        </div>
      </div>
    </section>
  );
}
