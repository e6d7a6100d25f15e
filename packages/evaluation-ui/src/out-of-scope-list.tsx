import type { CountyEvaluation } from '@junheng/evaluation-core';
import { useWords } from './use-words.ts';

export interface OutOfScopeListProps {
  readonly result: Pick<CountyEvaluation, 'outOfScope' | 'mergedCampuses' | 'dataProblems'>;
  /** Names of the schools of the data set, by id: those out of scope are not among the school-stages. */
  readonly names: ReadonlyMap<string, string>;
}

/** Who does not enter the numbers and why: never silent. */
export function OutOfScopeList({ result, names }: OutOfScopeListProps) {
  const { t, words } = useWords();
  const nameOf = (schoolId: string) => names.get(schoolId) ?? schoolId;
  const { outOfScope, mergedCampuses, dataProblems } = result;
  return (
    <div className="ev-scope">
      {outOfScope.length === 0 ? <p className="ev-muted">{t('outOfScope.none')}</p> : null}
      <ul>
        {outOfScope.map((each) => (
          <li key={`${each.schoolId} ${each.stage ?? ''}`}>
            <b>{nameOf(each.schoolId)}</b>
            <span className="ev-muted">
              {each.stage === null ? t('outOfScope.whole') : words(`stage.${each.stage}`)}
            </span>
            <span>{words(`out-of-scope.${each.reason}`, each.facts)}</span>
          </li>
        ))}
      </ul>
      {mergedCampuses.length === 0 ? null : (
        <>
          <h4>{t('outOfScope.merged')}</h4>
          <ul>
            {mergedCampuses.map((each) => (
              <li key={each.schoolId}>
                <b>{nameOf(each.schoolId)}</b>
                <span className="ev-scope__rest">
                  {t('outOfScope.mergedInto', { parent: nameOf(each.parentSchoolId) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {dataProblems.length === 0 ? null : (
        <>
          <h4>{t('outOfScope.problems')}</h4>
          <ul>
            {dataProblems.map((each) => (
              <li key={`${each.schoolId} ${each.kind}`}>
                <b>{nameOf(each.schoolId)}</b>
                <span className="ev-scope__rest">{words(`data-problem.${each.kind}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
