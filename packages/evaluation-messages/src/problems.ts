import type { Texts } from './language.ts';
import { requestProblems } from './problems/requests.ts';
import { peopleProblems } from './problems/people.ts';
import { organisationProblems } from './problems/organisations.ts';
import { standardProblems } from './problems/standards.ts';
import { roundProblems } from './problems/rounds.ts';
import { selfReportProblems } from './problems/self-reports.ts';
import { countyReportProblems } from './problems/county-reports.ts';
import { evaluationProblems } from './problems/evaluations.ts';
import { inspectionProblems } from './problems/inspections.ts';
import { visitProblems } from './problems/visits.ts';
import { rectificationProblems } from './problems/rectifications.ts';
import { opinionProblems } from './problems/opinions.ts';
import { recognitionProblems } from './problems/recognitions.ts';
import { registerProblems } from './problems/registers.ts';

/**
 * One text for each refusal of the API, and how to mend it, under `problem.<code>`. The codes are the contract's; a test of
 * the API compares the two lists, because this package may not import the contract.
 */
const problems: Texts = {
  ...requestProblems,
  ...peopleProblems,
  ...organisationProblems,
  ...standardProblems,
  ...roundProblems,
  ...selfReportProblems,
  ...countyReportProblems,
  ...evaluationProblems,
  ...inspectionProblems,
  ...visitProblems,
  ...rectificationProblems,
  ...opinionProblems,
  ...recognitionProblems,
  ...registerProblems,
};

export const problemTexts: Texts = Object.fromEntries(
  Object.entries(problems).map(([code, both]) => [`problem.${code}`, both]),
);

/** The codes that have a text. */
export const problemCodes: readonly string[] = Object.keys(problems);
