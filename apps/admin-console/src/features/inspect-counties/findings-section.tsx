import type { InspectionFindings, InspectionResults } from '@junheng/api-contract';
import { Button, TextField } from '@junheng/ui/plain';
import { ExportButton } from '@junheng/ui/table';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { useFormat } from '../../display/use-format.ts';
import { handOverFindings, inspectionKeys, takeOverFindings } from '../../server/inspections.ts';
import { rectificationKeys } from '../../server/rectifications.ts';
import { findingSheet } from './model/result-sheets.ts';

/** What was found on site, each with its row of the ledger once it is handed over. */
export function FindingsSection(props: {
  readonly inspection: Pick<InspectionResults, 'inspectionId' | 'inspectionName'>;
  readonly findings: InspectionFindings;
}) {
  const { t } = useTranslation('inspect');
  const client = useQueryClient();
  const { instant } = useFormat();
  const { inspectionId, inspectionName } = props.inspection;
  const { findings } = props.findings;
  const as = (['leader', 'county'] as const).find((each) => findings.some(({ handOverAs }) => handOverAs === each));
  const open = findings.filter(({ row, withdrawn }) => row === null && withdrawn === null).length;
  const own = findings.filter(({ handOverAs }) => as !== undefined && handOverAs === as).length;
  const [deadline, setDeadline] = useState('');
  const handing = useMutation({
    mutationFn: () =>
      (as === 'county' ? takeOverFindings : handOverFindings)(inspectionId, deadline === '' ? null : deadline),
    onSuccess: () =>
      Promise.all(
        [inspectionKeys.one(inspectionId), rectificationKeys.all].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('findings.title', { count: findings.length })}</h2>
      {findings.length === 0 ? null : (
        <div className="jh-table-tools">
          <ExportButton
            fileName={`${inspectionName} ${t('findings.sheet.name')}`}
            sheet={() =>
              findingSheet(props.findings, {
                name: t('findings.sheet.name'),
                column: (column) => t(`findings.sheet.${column}`),
                state: (state) => t(`findings.${state}`),
                instant,
              })
            }
          />
        </div>
      )}
      {findings.length === 0 ? <p className="ev-muted">{t('findings.none')}</p> : null}
      <RefusalNotice error={handing.error} />
      {as === undefined ? null : (
        <div className="jc-surface jc-padded jc-filters">
          <TextField
            label={t('findings.deadline')}
            type="date"
            value={deadline}
            onChange={(event) => setDeadline(event.target.value)}
          />
          <Button variant="primary" busy={handing.isPending} onClick={() => handing.mutate()}>
            {t(`findings.handOver.${as}`, { count: own })}
          </Button>
          <span className="ev-muted">{t('findings.help')}</span>
        </div>
      )}
      {open === own ? null : <p className="ev-muted">{t('findings.elsewhere', { count: open - own })}</p>}
      {findings.length === 0 ? null : (
        <ul className="jc-plainlist jc-surface jc-visits">
          {findings.map(({ at, school, county, team, text, advice, row, withdrawn }) => (
            <li key={`${school.id} ${at}`} className="jc-visits__row">
              <div>
                <span className="jc-strong">{text}</span>
                <span className="ev-table__aside">
                  {[county.name, school.name, ...(team === null ? [] : [team])].join(' · ')}
                </span>
                {advice === null ? null : <span className="ev-table__aside">{t('findings.advice', { advice })}</span>}
              </div>
              {row === null ? (
                <span className="ev-muted">{t(withdrawn === null ? 'findings.open' : 'findings.withdrawn')}</span>
              ) : (
                <Link to={`/rectifications/${row.id}`}>{t('findings.row', { number: row.number })}</Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
