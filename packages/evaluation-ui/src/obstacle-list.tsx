import type { CountyEvaluation, Edition } from '@junheng/evaluation-core';
import type { ReactNode } from 'react';
import { obstaclesOf } from './model/obstacles.ts';
import { MoreOrLess } from './more-or-less.tsx';
import { CompositeLine, CvLine, OpenCvsLine, SchoolLine } from './obstacle-lines.tsx';
import { OutcomeSign } from './outcome-sign.tsx';
import { useWords } from './use-words.ts';

export interface ObstacleListProps {
  readonly result: CountyEvaluation;
  readonly edition: Edition;
  /** Schools without approved data: they are counted in one line instead of one by one. */
  readonly notApproved: ReadonlyMap<string, string>;
  readonly onWhy: (path: string) => void;
}

const FIRST_LINES = 6;

/** What stands in the way, in plain words with the missing amount. */
export function ObstacleList({ result, edition, notApproved, onWhy }: ObstacleListProps) {
  const { t, words, language } = useWords();
  const { composites, unmetCvs, unmetSchools, undeterminedCvs, undeterminedSchools } = obstaclesOf(result, edition);
  const openSchools = undeterminedSchools.filter(({ school }) => !notApproved.has(school.schoolId));
  const waiting = undeterminedSchools.length - openSchools.length;
  const all = [composites, unmetCvs, unmetSchools, undeterminedCvs, undeterminedSchools];
  if (all.every((each) => each.length === 0)) {
    return <p className="ev-muted">{t('obstacles.none')}</p>;
  }
  return (
    <div className="ev-obstacles">
      {(['unmet', 'undetermined'] as const).map((tone) => {
        const own = composites.filter(({ composite }) => composite.outcome === tone);
        return (
          <Group key={tone} title={words('node.composite-cv')} tone={tone} count={own.length}>
            <ul>
              {own.map((each) => (
                <CompositeLine key={each.stage} obstacle={each} edition={edition} onWhy={onWhy} />
              ))}
            </ul>
          </Group>
        );
      })}
      <Group title={t('obstacles.cvs')} tone="unmet" count={unmetCvs.length}>
        <MoreOrLess items={unmetCvs} first={FIRST_LINES}>
          {(items) => (
            <ul>
              {items.map((each) => (
                <CvLine key={`${each.stage} ${each.cv.indicatorId}`} obstacle={each} edition={edition} onWhy={onWhy} />
              ))}
            </ul>
          )}
        </MoreOrLess>
      </Group>
      <Group title={t('obstacles.schools')} tone="unmet" count={unmetSchools.length}>
        <MoreOrLess items={unmetSchools} first={FIRST_LINES}>
          {(items) => (
            <ul>
              {items.map((each) => (
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
      </Group>
      <Group
        title={t('obstacles.openCvs')}
        tone="undetermined"
        count={undeterminedCvs.reduce((sum, each) => sum + each.cvs.length, 0)}
      >
        <ul>
          {undeterminedCvs.map((each) => (
            <OpenCvsLine key={`${each.stage} ${each.reason ?? ''}`} open={each} onWhy={onWhy} />
          ))}
        </ul>
      </Group>
      <Group title={t('obstacles.openSchools')} tone="undetermined" count={undeterminedSchools.length}>
        <MoreOrLess items={openSchools} first={FIRST_LINES}>
          {(items) => (
            <ul>
              {items.map((each) => (
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
        {waiting === 0 ? null : (
          <details className="ev-obstacles__waiting">
            <summary>{t('obstacles.notApproved', { count: notApproved.size })}</summary>
            <p>{[...notApproved.values()].join(language === 'zh-CN' ? '、' : ', ')}</p>
          </details>
        )}
      </Group>
    </div>
  );
}

function Group(props: {
  readonly title: string;
  readonly tone: 'unmet' | 'undetermined';
  readonly count: number;
  readonly children: ReactNode;
}) {
  if (props.count === 0) return null;
  return (
    <section>
      <h3 className="ev-obstacles__title">
        <OutcomeSign tone={props.tone} />
        {props.title}
        <span className="ev-groups__count">{props.count}</span>
      </h3>
      {props.children}
    </section>
  );
}
