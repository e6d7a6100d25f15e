import type { DraftedFinding } from '@junheng/api-contract';
import { Button, TextField } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** One time limit for all findings that have none yet: those cited from visits come in dozens. */
export function CommonDueDate(props: {
  readonly findings: readonly DraftedFinding[];
  readonly onChange: (findings: readonly DraftedFinding[]) => void;
}) {
  const { t } = useTranslation('opinion');
  const [dueOn, setDueOn] = useState('');
  const { findings, onChange } = props;
  const without = findings.filter((finding) => finding.dueOn === null).length;
  if (without < 2) return null;
  return (
    <div className="jc-surface jc-padded jc-filters">
      <TextField
        label={t('finding.commonDueOn')}
        type="date"
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
      />
      <Button
        disabled={dueOn === ''}
        onClick={() => onChange(findings.map((finding) => (finding.dueOn === null ? { ...finding, dueOn } : finding)))}
      >
        {t('finding.setDueOn', { count: without })}
      </Button>
    </div>
  );
}
