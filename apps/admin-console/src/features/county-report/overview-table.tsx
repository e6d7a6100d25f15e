import type { CountyOverviewRow } from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { MeasuredText, OutcomeMark, toneOfOutcome } from '@junheng/evaluation-ui';
import { StatusTag, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { countyEvidenceUrl } from '../../server/county-reports.ts';
import { idOfTopic } from './model/county-entries.ts';
import { toneOfPart } from './model/part-tone.ts';
import { topicText } from './model/topic-text.ts';

const columns = ['requirement', 'unit', 'value', 'expected', 'evidence', 'steps', 'remark', 'status'] as const;

/** A line for each indicator; on a narrow screen each line becomes a card with the names of its columns. */
export function OverviewTable(props: {
  readonly rows: readonly CountyOverviewRow[];
  readonly edition: Edition;
  readonly roundId: string;
  readonly reportId: string;
}) {
  const { t } = useTranslation('county');
  const { language } = useLanguage();
  const { rows, edition, roundId, reportId } = props;
  const column = (id: string): string => words(language, `county-overview.column.${id}`);
  return (
    <div className="jc-county__overview">
      <table>
        <thead>
          <tr>
            {columns.map((each) => (
              <th key={each} scope="col">
                {column(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const id = idOfTopic(row.topic);
            const begins = rows[index - 1]?.group !== row.group;
            const group =
              row.group === 'indicators'
                ? words(language, 'county-overview.indicators')
                : words(language, `requirement-group.${row.group}`);
            return [
              begins ? (
                <tr key={`${row.group}-head`} className="jc-county__grouprow">
                  <th scope="rowgroup" colSpan={columns.length}>
                    {group}
                  </th>
                </tr>
              ) : null,
              <tr key={row.topic}>
                <td data-label={column('requirement')}>
                  {id.length > 3 ? null : <b>{id} </b>}
                  {topicText(language, edition, row.topic)}
                </td>
                <td data-label={column('unit')}>
                  <Link to={`/rounds/${roundId}/county-report?part=${row.partId}`}>
                    {row.unit?.name ?? words(language, 'county-overview.bureau')}
                  </Link>
                </td>
                <td data-label={column('value')}>
                  <OutcomeMark tone={toneOfOutcome(row.outcome)} />
                  {row.measured.map((number) => (
                    <div key={number.part ?? ''} className="jc-small">
                      <MeasuredText
                        measured={number}
                        outcome={number.outcome}
                        edition={edition}
                        requirementId={id}
                        part={number.part}
                      />
                    </div>
                  ))}
                  {row.schools === null ? null : (
                    <div className="jc-small">{words(language, 'county-overview.schools', row.schools)}</div>
                  )}
                  {row.missing === 0 ? null : (
                    <div className="jc-small jc-warning">
                      {words(language, 'county-overview.missing', { count: row.missing })}
                    </div>
                  )}
                </td>
                <td data-label={column('expected')}>
                  {row.expected === null ? (
                    <span className="ev-muted">{t('overview.unsaid')}</span>
                  ) : (
                    words(language, `county-expected.${row.expected}`)
                  )}
                </td>
                <td data-label={column('evidence')}>
                  {row.evidence.length === 0 ? null : (
                    <details className="jc-small">
                      <summary>{words(language, 'county-overview.files', { count: row.evidence.length })}</summary>
                      <ul className="jc-plainlist">
                        {row.evidence.map((file) => (
                          <li key={file.id}>
                            <a
                              href={countyEvidenceUrl(reportId, file.id, 'preview')}
                              target="_blank"
                              rel="noopener noreferrer"
                            >
                              {file.name}
                            </a>
                          </li>
                        ))}
                      </ul>
                    </details>
                  )}
                </td>
                <td data-label={column('steps')}>{row.steps}</td>
                <td data-label={column('remark')}>{row.remark}</td>
                <td data-label={column('status')}>
                  <StatusTag tone={toneOfPart(row)}>{words(language, `county-part.${row.status}`)}</StatusTag>
                </td>
              </tr>,
            ];
          })}
        </tbody>
      </table>
    </div>
  );
}
