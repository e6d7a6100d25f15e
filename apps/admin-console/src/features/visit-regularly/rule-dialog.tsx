import type { VisitRule } from '@junheng/api-contract';
import { SelectField, TextField } from '@junheng/ui/plain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../display/form-dialog.tsx';
import { setVisitRule, supervisionKeys } from '../../server/supervision.ts';

const PERIODS = ['month', 'term'] as const;
const MOST = 20;

/** How often each school of a county is visited. */
export function RuleDialog({ rule, onClose }: { readonly rule: VisitRule; readonly onClose: () => void }) {
  const { t } = useTranslation('supervision');
  const client = useQueryClient();
  const [period, setPeriod] = useState(rule.period);
  const [visits, setVisits] = useState(String(rule.visits));
  const [since, setSince] = useState(rule.since);
  const saving = useMutation({
    mutationFn: () => setVisitRule(rule.countyId, { period, visits: Number(visits), since }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: supervisionKeys.all });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('ruleTitle')}
      confirm={t('save')}
      busy={saving.isPending}
      error={saving.error}
      onClose={onClose}
      onConfirm={() => saving.mutate()}
    >
      <p>{t('ruleText')}</p>
      <SelectField
        label={t('periodLabel')}
        value={period}
        options={PERIODS.map((value) => ({ value, label: t(`period.${value}`) }))}
        onChange={(event) => setPeriod(PERIODS.find((each) => each === event.target.value) ?? period)}
      />
      <TextField
        label={t('visitsLabel')}
        type="number"
        min={1}
        max={MOST}
        value={visits}
        onChange={(event) => setVisits(event.target.value)}
      />
      <TextField label={t('sinceLabel')} type="date" value={since} onChange={(event) => setSince(event.target.value)} />
    </FormDialog>
  );
}
