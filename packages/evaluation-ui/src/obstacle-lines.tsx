import type { Edition } from '@junheng/evaluation-core';
import { compositeText, cvText } from './cv-table.tsx';
import { IndicatorObstacle } from './indicator-obstacle.tsx';
import { percent } from './model/display-number.ts';
import { paths } from './model/explanation-path.ts';
import type { CompositeObstacle, CvObstacle, OpenCvs, SchoolObstacle } from './model/obstacles.ts';
import { indicatorShortName, useWords } from './use-words.ts';

interface LineProps<Obstacle> {
  readonly obstacle: Obstacle;
  readonly edition: Edition;
  readonly onWhy: (path: string) => void;
}

/** An unmet coefficient: by how much, and which schools drive it. */
export function CvLine({ obstacle, edition, onWhy }: LineProps<CvObstacle>) {
  const { t, words, language } = useWords();
  const { cv, stage, excess, drivers } = obstacle;
  const list = drivers
    .map((each) => t('obstacles.driver', { name: each.name, share: percent(each.share) }))
    .join(language === 'zh-CN' ? '、' : ', ');
  return (
    <li>
      <button type="button" className="ev-link-row" onClick={() => onWhy(paths.cv(stage, cv.indicatorId))}>
        <span className="ev-obstacles__who">
          {words(`stage.${stage}`)} · {words(`indicator.${cv.indicatorId}`)}
        </span>
        <span className="ev-obstacles__what">
          {t('obstacles.over', {
            value: cvText(cv, edition.display.cvDecimals) ?? '—',
            limit: cv.limit,
            excess: excess ?? '—',
          })}
        </span>
        {list === '' ? null : <span className="ev-obstacles__aside">{t('obstacles.drivers', { list })}</span>}
      </button>
    </li>
  );
}

/** The mean of the coefficients of a stage: by how much it is over the limit, or why it cannot be told. */
export function CompositeLine({ obstacle, edition, onWhy }: LineProps<CompositeObstacle>) {
  const { t, words } = useWords();
  const { stage, composite, excess } = obstacle;
  return (
    <li>
      <button type="button" className="ev-link-row" onClick={() => onWhy(paths.composite(stage))}>
        <span className="ev-obstacles__who">{words(`stage.${stage}`)}</span>
        <span className="ev-obstacles__what">
          {composite.outcome === 'undetermined'
            ? words(composite.reason === null ? 'outcome.undetermined' : `reason.${composite.reason}`)
            : t('obstacles.over', {
                value: compositeText(composite, edition.display.cvDecimals) ?? '—',
                limit: composite.limit,
                excess: excess ?? '—',
              })}
        </span>
      </button>
    </li>
  );
}

/** Coefficients of a stage that wait for the same thing. */
export function OpenCvsLine({ open, onWhy }: { readonly open: OpenCvs; readonly onWhy: (path: string) => void }) {
  const { t, words, language } = useWords();
  const names = open.cvs.map((cv) => indicatorShortName(language, cv.indicatorId));
  const [first] = open.cvs;
  const path =
    open.cvs.length === 1 && first !== undefined ? paths.cv(open.stage, first.indicatorId) : paths.stage(open.stage);
  return (
    <li>
      <button type="button" className="ev-link-row" onClick={() => onWhy(path)}>
        <span className="ev-obstacles__who">
          {t('obstacles.severalCvs', { stage: words(`stage.${open.stage}`), count: open.cvs.length })}
        </span>
        <span className="ev-obstacles__aside">{names.join(language === 'zh-CN' ? '、' : ', ')}</span>
        <span className="ev-obstacles__what">
          {words(open.reason === null ? 'outcome.undetermined' : `reason.${open.reason}`)}
        </span>
      </button>
    </li>
  );
}

/** A school-stage: each unmet indicator with what it lacks, or what is missing before it can be decided. */
export function SchoolLine({ obstacle, edition, onWhy }: LineProps<SchoolObstacle>) {
  const { t, words } = useWords();
  const { school, unmet, undetermined } = obstacle;
  const missing = new Set(undetermined.flatMap((indicator) => indicator.missing)).size;
  return (
    <li>
      <button type="button" className="ev-link-row" onClick={() => onWhy(paths.school(school.schoolId, school.stage))}>
        <span className="ev-obstacles__who">
          {school.name} · {words(`stage.${school.stage}`)}
        </span>
        {unmet.map(({ indicator, shortfall }) => (
          <IndicatorObstacle
            key={indicator.indicatorId}
            indicator={indicator}
            shortfall={shortfall}
            edition={edition}
          />
        ))}
        {school.outcome === 'undetermined' ? (
          <span className="ev-obstacles__what">
            {missing > 0
              ? t('obstacles.missing', { count: missing })
              : words(school.reason === null ? 'outcome.undetermined' : `reason.${school.reason}`)}
          </span>
        ) : null}
      </button>
    </li>
  );
}
