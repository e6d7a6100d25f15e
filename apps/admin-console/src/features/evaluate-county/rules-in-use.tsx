import type { CountyEvaluation } from '@junheng/evaluation-core';
import { hasText, text as words } from '@junheng/evaluation-messages';
import { paths } from '@junheng/evaluation-ui';
import { StatusTag, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { EvaluationWithResult } from '../../server/evaluations.ts';
import { evidenceAddress } from '../../server/evaluations.ts';

export interface RulesInUseProps {
  readonly evaluation: EvaluationWithResult;
  readonly names: ReadonlyMap<string, string>;
  readonly onWhy: (path: string) => void;
}

type Use = CountyEvaluation['specialRules'][number];

/** The special rules (特殊规定) that counted: for whom, whether they decided, what must be shown for them and what is there. */
export function RulesInUse({ evaluation, names, onWhy }: RulesInUseProps) {
  const { t } = useTranslation('evaluate');
  const { language } = useLanguage();
  const uses = evaluation.result.specialRules;
  if (uses.length === 0) return <p className="ev-muted">{t('rules.none')}</p>;
  const ids = [...new Set(uses.map(({ ruleId }) => ruleId))];
  const ifKnown = (key: string, otherwise: string) => (hasText(key) ? words(language, key) : otherwise);
  return (
    <div className="jc-in-use">
      {ids.map((ruleId) => {
        const own = uses.filter((use) => use.ruleId === ruleId);
        const evidence = [...new Set(own.flatMap((use) => use.evidence))];
        const followUp = own.find((use) => use.followUp !== null)?.followUp ?? null;
        return (
          <section key={ruleId}>
            <h3 className="jc-h3">{ifKnown(`special-rule.${ruleId}`, ruleId)}</h3>
            {evidence.length === 0 ? null : (
              <p className="ev-muted">
                {t('rules.owes')}{' '}
                {evidence
                  .map((id) => ifKnown(`special-rule-evidence.${id}`, id))
                  .join(language === 'zh-CN' ? '；' : '; ')}
              </p>
            )}
            {followUp === null ? null : (
              <p className="ev-muted">
                {t('rules.followUp')} {ifKnown(`special-rule-follow-up.${followUp}`, followUp)}
              </p>
            )}
            <ul className="jc-plainlist jc-in-use__uses">
              {own.map((use) => (
                <UseLine
                  key={`${use.schoolId} ${use.stage ?? ''} ${use.indicatorId ?? ''} ${use.requirementId ?? ''} ${use.part ?? ''}`}
                  use={use}
                  name={names.get(use.schoolId) ?? use.schoolId}
                  files={evaluation.ruleEvidence.filter(
                    (file) => file.ruleId === ruleId && file.schoolId === use.schoolId,
                  )}
                  onWhy={onWhy}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function UseLine(props: {
  readonly use: Use;
  readonly name: string;
  readonly files: EvaluationWithResult['ruleEvidence'];
  readonly onWhy: (path: string) => void;
}) {
  const { t } = useTranslation('evaluate');
  const { language } = useLanguage();
  const { use, files } = props;
  const path =
    use.indicatorId !== null && use.stage !== null
      ? paths.indicator(use.schoolId, use.stage, use.indicatorId)
      : use.requirementId === null
        ? null
        : paths.requirement(use.requirementId, use.schoolId === '' ? null : use.schoolId, use.stage);
  const what = [
    props.name,
    use.stage === null ? null : words(language, `stage.${use.stage}`),
    use.indicatorId === null ? null : words(language, `indicator.${use.indicatorId}`),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <li>
      {path === null ? (
        what
      ) : (
        <button type="button" className="ev-why" onClick={() => props.onWhy(path)}>
          {what}
        </button>
      )}{' '}
      <StatusTag tone={use.state === 'open' ? 'warning' : use.decisive ? 'info' : 'neutral'}>
        {t(use.state === 'open' ? 'rules.open' : use.decisive ? 'rules.decisive' : 'rules.applied')}
      </StatusTag>
      <span className="jc-in-use__files">
        {files.length === 0
          ? t('rules.noEvidence')
          : files.map((file) => (
              <a key={file.id} href={evidenceAddress(file.selfReportId, file.id)} target="_blank" rel="noreferrer">
                {file.name}
              </a>
            ))}
      </span>
    </li>
  );
}
