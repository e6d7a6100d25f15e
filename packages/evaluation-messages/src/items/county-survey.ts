import type { Both } from '../language.ts';
import type { ItemTexts } from './item-texts.ts';

/** Respondents of the survey of 社会认可度. */
const groups: Readonly<Record<string, Both>> = {
  pupils: ['学生', 'pupils'],
  parents: ['家长', 'parents'],
  teachers: ['教师', 'teachers'],
  principals: ['校长', 'principals'],
  deputies: ['人大代表', 'deputies of the People’s Congress'],
  'cppcc-members': ['政协委员', 'CPPCC members'],
  public: ['其他群众', 'other members of the public'],
};

const counts: Readonly<Record<string, (group: Both) => { readonly name: Both; readonly help: Both }>> = {
  valid: ([zh, en]) => ({
    name: [`有效问卷数（${zh}）`, `Valid questionnaires: ${en}`],
    help: [
      `满意度（社会认可度）调查中${zh}的有效问卷份数。没有就填 0。`,
      `Valid questionnaires of ${en} in the survey of satisfaction (social recognition). If there are none, enter 0.`,
    ],
  }),
  satisfied: ([zh, en]) => ({
    name: [`其中满意（${zh}）`, `Of these, satisfied: ${en}`],
    help: [
      `${zh}有效问卷中总体评价为“满意”的份数。`,
      `Of the valid questionnaires of ${en}, those whose overall answer is “satisfied”.`,
    ],
  }),
  'fairly-satisfied': ([zh, en]) => ({
    name: [`其中基本满意（${zh}）`, `Of these, fairly satisfied: ${en}`],
    help: [
      `${zh}有效问卷中总体评价为“基本满意”的份数。怎样折算由发布标准版本的教育部门设定。`,
      `Of the valid questionnaires of ${en}, those whose overall answer is “fairly satisfied”. What one counts for is set by the bureau that publishes the edition.`,
    ],
  }),
};

/** County report: 社会认可度调查, three numbers of each group. */
export const countySurveyItems: ItemTexts = Object.fromEntries(
  Object.entries(groups).flatMap(([group, names]) =>
    Object.entries(counts).map(([what, textsOf]) => [`survey-${what}-${group}`, textsOf(names)]),
  ),
);
