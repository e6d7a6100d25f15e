import type { SelfReport } from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';
import { Button } from '@junheng/ui/plain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../display/use-may.ts';
import { evaluationKeys, evaluationsQuery } from '../../server/evaluations.ts';
import { roundKeys } from '../../server/rounds.ts';
import { selfReportKeys } from '../../server/self-reports.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import type { ReviewSection } from './model/review-lines.ts';

/** Opens the correction of an approved report. */
export function CorrectControl(props: {
  readonly report: SelfReport;
  readonly edition: Edition;
  readonly sections: readonly ReviewSection[];
  readonly cell: string | null;
  /** With the runs that were of the present data until now. */
  readonly onCorrected: (outdatedRuns: readonly string[]) => void;
}) {
  const { t } = useTranslation('correct');
  const client = useQueryClient();
  const may = useMay();
  const { report } = props;
  const [open, setOpen] = useState(false);
  const runs = useQuery({ ...evaluationsQuery(report.round.id), enabled: open && may('evaluations.read') });
  const current = (runs.data?.evaluations ?? []).filter(({ outdated }) => outdated === null);
  const done = async (): Promise<void> => {
    props.onCorrected(current.map(({ id }) => id));
    setOpen(false);
    await Promise.all([
      client.invalidateQueries({ queryKey: selfReportKeys.one(report.id) }),
      client.invalidateQueries({ queryKey: roundKeys.all }),
      client.invalidateQueries({ queryKey: evaluationKeys.list(report.round.id) }),
    ]);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('open')}</Button>
      {open ? (
        <CorrectDialog
          report={report}
          edition={props.edition}
          sections={props.sections}
          cell={props.cell}
          runs={current}
          onDone={() => void done()}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
