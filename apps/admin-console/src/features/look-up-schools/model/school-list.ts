import type { School } from '@junheng/api-contract';

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Schools whose name, code or town hold every word; campuses directly below their parent, closed schools last. */
export function arrangeSchools(
  schools: readonly School[],
  view: { readonly text: string; readonly type: string },
): readonly School[] {
  const words = view.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const byId = new Map(schools.map((school) => [school.id, school]));
  const matches = (school: School) => {
    if (view.type !== '' && school.type !== view.type) return false;
    const haystack = `${school.name} ${school.code} ${school.townName ?? ''}`.toLowerCase();
    return words.every((word) => haystack.includes(word));
  };
  const head = (school: School) => byId.get(school.parentSchoolId ?? '') ?? school;
  const closed = (school: School) => Number(school.closedOn !== null);
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
