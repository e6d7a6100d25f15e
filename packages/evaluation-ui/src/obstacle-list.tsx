import type { CountyEvaluation, Edition } from '@junheng/evaluation-core';
import { cvText } from './cv-table.tsx';
import { IndicatorObstacle } from './indicator-obstacle.tsx';
import { percent } from './model/display-number.ts';
import { paths } from './model/explanation-path.ts';
import { obstaclesOf, type CvObstacle, type SchoolObstacle } from './model/obstacles.ts';
import { MoreOrLess } from './more-or-less.tsx';
import { OutcomeSign } from './outcome-sign.tsx';
import { useWords } from './use-words.ts';

export interface ObstacleListProps {
  readonly result: CountyEvaluation;
  readonly edition: Edition;
  readonly onWhy: (path: string) => void;
}

const FIRST_LINES = 6;

/** What stands in the way, in plain words with the missing amount. */
export function ObstacleList({ result, edition, onWhy }: ObstacleListProps) {
  const { t } = useWords();
  const obstacles = obstaclesOf(result, edition);
  const groups = [
    { title: t('obstacles.cvs'), tone: 'unmet' as const, cvs: obstacles.unmetCvs, schools: [] },
    { title: t('obstacles.schools'), tone: 'unmet' as const, cvs: [], schools: obstacles.unmetSchools },
    { title: t('obstacles.openCvs'), tone: 'undetermined' as const, cvs: obstacles.undeterminedCvs, schools: [] },
    {
      title: t('obstacles.openSchools'),
      tone: 'undetermined' as const,
      cvs: [],
      schools: obstacles.undeterminedSchools,
    },
  ].filter((group) => group.cvs.length + group.schools.length > 0);
  if (groups.length === 0) return <p className="ev-muted">{t('obstacles.none')}</p>;
  return (
    <div className="ev-obstacles">
      {groups.map((group) => (
        <section key={group.title}>
          <h3 className="ev-obstacles__title">
            <OutcomeSign tone={group.tone} />
            {group.title}
            <span className="ev-groups__count">{group.cvs.length + group.schools.length}</span>
          </h3>
          <MoreOrLess items={group.cvs} first={FIRST_LINES}>
            {(cvs) => (
              <ul>
                {cvs.map((each) => (
                  <CvLine
                    key={`${each.stage} ${each.cv.indicatorId}`}
                    obstacle={each}
                    edition={edition}
                    onWhy={onWhy}
                  />
                ))}
              </ul>
            )}
          </MoreOrLess>
          <MoreOrLess items={group.schools} first={FIRST_LINES}>
            {(schools) => (
              <ul>
                {schools.map((each) => (
                  <SchoolLine
                    key={`${each.school.schoolId} ${each.school.stage}`}
                    obstacle={each}
                    edition={edition}
                    onWhy={onWhy}
                  />
                ))}
              </ul>
            )}
          </MoreOrLess>
        </section>
      ))}
    </div>
  );
}

interface LineProps<Obstacle> {
  readonly obstacle: Obstacle;
  readonly edition: Edition;
  readonly onWhy: (path: string) => void;
}

function CvLine({ obstacle, edition, onWhy }: LineProps<CvObstacle>) {
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
          {excess === null
            ? cv.reason === null
              ? words(`outcome.${cv.outcome}`)
              : words(`reason.${cv.reason}`)
            : t('obstacles.over', { value: cvText(cv, edition.display.cvDecimals), limit: cv.limit, excess })}
        </span>
        {excess === null || list === '' ? null : (
          <span className="ev-obstacles__aside">{t('obstacles.drivers', { list })}</span>
        )}
      </button>
    </li>
  );
}

function SchoolLine({ obstacle, edition, onWhy }: LineProps<SchoolObstacle>) {
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
