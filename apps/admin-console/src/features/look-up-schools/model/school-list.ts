import type { RegisteredSchool } from '@junheng/api-contract';
import { schoolMatches, searchWords } from '../../../display/school-search.ts';

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Schools whose name, code, town or pinyin initials hold every word; campuses directly below their parent, closed schools last. */
export function arrangeSchools(
  schools: readonly RegisteredSchool[],
  view: { readonly text: string; readonly type: string },
): readonly RegisteredSchool[] {
  const words = searchWords(view.text);
  const byId = new Map(schools.map((school) => [school.id, school]));
  const matches = (school: RegisteredSchool) =>
    (view.type === '' || school.type === view.type) && schoolMatches(school, words);
  const head = (school: RegisteredSchool) => byId.get(school.parentSchoolId ?? '') ?? school;
  const closed = (school: RegisteredSchool) => Number(school.closedOn !== null);
  return schools
    .filter(matches)
    .sort(
      (a, b) =>
        closed(a) - closed(b) ||
        collator.compare(head(a).name, head(b).name) ||
        Number(a.parentSchoolId !== null) - Number(b.parentSchoolId !== null) ||
        collator.compare(a.name, b.name),
    );
}
