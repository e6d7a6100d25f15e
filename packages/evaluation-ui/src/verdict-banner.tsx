import type { CountyEvaluation, StageEvaluation } from '@junheng/evaluation-core';
import { grouped } from './model/display-number.ts';
import { paths } from './model/explanation-path.ts';
import { toneOfOutcome } from './model/tone.ts';
import { OutcomeMark } from './outcome-mark.tsx';
import { RequirementGroups } from './requirement-groups.tsx';
import { useWords } from './use-words.ts';

export interface VerdictBannerProps {
  readonly result: CountyEvaluation;
  readonly onWhy: (path: string) => void;
}

/** The verdict first: resource allocation by stage, then what the county's whole verdict still waits for. */
export function VerdictBanner({ result, onWhy }: VerdictBannerProps) {
  const { t } = useWords();
  const { resourceAllocation, county } = result;
  return (
    <section className="ev-verdict-frame" aria-label={t('verdict.label')}>
      <div className="ev-verdict">
        <div className={`ev-verdict__main ev-verdict__main--${resourceAllocation.outcome}`}>
          <p className="ev-verdict__label">{t('verdict.resource')}</p>
          <button type="button" className="ev-verdict__word" onClick={() => onWhy(paths.resourceAllocation)}>
            <OutcomeMark tone={toneOfOutcome(resourceAllocation.outcome)} large />
          </button>
          {resourceAllocation.complete ? null : <p className="ev-verdict__note">{t('verdict.incomplete')}</p>}
        </div>
        {resourceAllocation.stages.map((stage) => (
          <StagePart key={stage.stage} stage={stage} onWhy={onWhy} />
        ))}
        <div className="ev-verdict__whole">
          <p className="ev-verdict__label">{t('verdict.whole')}</p>
          <button type="button" className="ev-verdict__word" onClick={() => onWhy(paths.county)}>
            <OutcomeMark tone={toneOfOutcome(county.outcome)} />
          </button>
          <RequirementGroups requirements={county.requirements} outcome="unmet" />
          <RequirementGroups requirements={county.requirements} outcome="undetermined" />
        </div>
      </div>
    </section>
  );
}

function StagePart({ stage, onWhy }: { readonly stage: StageEvaluation; readonly onWhy: (path: string) => void }) {
  const { t, words } = useWords();
  // Every coefficient by itself, or only their mean (综合差异系数).
  const cvs = stage.composite === null ? stage.cvs : [stage.composite];
  const cvsMet = cvs.filter((cv) => cv.outcome === 'met').length;
  return (
    <div className="ev-verdict__stage">
      <p className="ev-verdict__label">{words(`stage.${stage.stage}`)}</p>
      <button type="button" className="ev-verdict__word" onClick={() => onWhy(paths.stage(stage.stage))}>
        <OutcomeMark tone={toneOfOutcome(stage.outcome)} />
      </button>
      <dl className="ev-verdict__counts">
        <div>
          <dt>{t('verdict.schools')}</dt>
          <dd>{t('verdict.of', { met: stage.metCount, total: stage.schoolStageCount })}</dd>
        </div>
        {cvs.length === 0 ? null : (
          <div>
            <dt>{stage.composite === null ? t('verdict.cvs') : words('node.composite-cv')}</dt>
            <dd>{t('verdict.of', { met: cvsMet, total: cvs.length })}</dd>
          </div>
        )}
      </dl>
      <p className="ev-verdict__note">{t('verdict.pupils', { number: grouped(String(stage.pupils)) })}</p>
    </div>
  );
}
