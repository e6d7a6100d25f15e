import type { RectificationCoverage } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { rectificationNumberText, rectificationProblemText } from '@junheng/evaluation-messages/ledger';
import { EmptyState, Notice, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { CoverageMark } from './coverage-mark.tsx';

type Problem = RectificationCoverage['problems'][number];
const UNCOVERED = ['no-measure', 'no-effect', 'short', 'open'] as const;

/** Which problems the measures reach, and which they leave: the first question about any plan. */
export function CoverageView({ coverage }: { readonly coverage: RectificationCoverage }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const { instant } = useFormat();
  const [address, setAddress] = useSearchParams();
  const rows = coverage.problems.filter(({ row }) => row !== null);
  const left = rows.filter(({ state }) => UNCOVERED.some((each) => each === state));
  const bare = coverage.worded.filter(({ measures }) => measures === 0);
  const all = address.get('all') === 'yes';
  const shown = all ? rows : left;
  const uncovered = left.length + bare.length;
  return (
    <div className="jc-stack">
      <Notice
        tone={uncovered === 0 ? 'success' : 'warning'}
        title={
          uncovered === 0
            ? t('coverage.allReached', { count: rows.length + coverage.worded.length })
            : t('coverage.left', { count: uncovered, total: rows.length + coverage.worded.length })
        }
      >
        {coverage.evaluation === null ? null : t('coverage.basis', { at: instant(coverage.evaluation.ranAt) })}
      </Notice>
      {coverage.refused.length === 0 ? null : (
        <Notice tone="danger" title={t('coverage.refused')}>
          <ul className="jc-plainlist">
            {coverage.refused.map(({ measureId, description, effect }) => (
              <li key={`${measureId} ${effect.schoolId ?? ''} ${effect.key}`}>
                {description}: {effect.key}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {coverage.arising.length === 0 ? null : (
        <Notice tone="danger" title={t('coverage.arising')}>
          <ul className="jc-plainlist">
            {coverage.arising.map(({ place, schoolName, after }) => (
              <li key={JSON.stringify(place)}>
                {[schoolName, rectificationProblemText(language, place), rectificationNumberText(language, after)]
                  .filter((each) => each !== null)
                  .join(' · ')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <label className="jc-check">
        <input
          type="checkbox"
          checked={all}
          onChange={(event) => {
            const next = new URLSearchParams(address);
            if (event.target.checked) next.set('all', 'yes');
            else next.delete('all');
            setAddress(next, { replace: true });
          }}
        />
        {t('coverage.showAll', { count: rows.length })}
      </label>
      {shown.length === 0 && bare.length === 0 ? (
        <EmptyState title={t('coverage.nothingLeft')} />
      ) : (
        <div className="ev-scroll jc-surface">
          <table className="ev-table jc-table">
            <caption className="jh-visually-hidden">{t('tab.coverage')}</caption>
            <thead>
              <tr>
                {(['number', 'problem', 'school', 'coverage'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((problem) => (
                <ProblemRow key={problem.row?.id ?? JSON.stringify(problem.place)} problem={problem} />
              ))}
              {(all ? coverage.worded : bare).map(({ id, number, title, measures }) => (
                <tr key={id}>
                  <td>{number}</td>
                  <th scope="row" className="ev-table__name">
                    <Link className="jc-table__link" to={`/rectifications/${id}`}>
                      {title}
                    </Link>
                  </th>
                  <td>—</td>
                  <td>
                    {measures === 0
                      ? words(language, 'coverage-state.no-measure')
                      : t('coverage.worded', { count: measures })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function ProblemRow({ problem }: { readonly problem: Problem }) {
  const { language } = useLanguage();
  const { row, place, schoolName } = problem;
  const name = rectificationProblemText(language, place);
  return (
    <tr>
      <td>{row?.number ?? '—'}</td>
      <th scope="row" className="ev-table__name">
        {row === null ? (
          name
        ) : (
          <Link className="jc-table__link" to={`/rectifications/${row.id}`}>
            {name}
          </Link>
        )}
      </th>
      <td>{schoolName ?? '—'}</td>
      <td>
        <CoverageMark problem={problem} />
      </td>
    </tr>
  );
}
