import { hasText, text, type Language } from '@junheng/evaluation-messages';
import { readPath, summaryOf, type ExplainedResult } from '../model/explanation-path.ts';

export interface NodeTitle {
  readonly title: string;
  /** Whose number it is: school and stage, or county. */
  readonly of: string;
}

/** Names of schools that the result itself does not name; null = unknown. */
export type SchoolNames = (schoolId: string) => string | null;
const noNames: SchoolNames = () => null;

/** What a node is called, in words. */
export function nodeTitle(
  language: Language,
  result: ExplainedResult,
  path: string,
  schoolName: SchoolNames = noNames,
): NodeTitle {
  const words = (key: string) => text(language, key);
  const parts = readPath(path);
  if (parts === null) return { title: words('node.not-found'), of: '' };
  const school = summaryOf(result, path).schoolName ?? '';
  const join = (...names: readonly string[]) => names.filter(Boolean).join(' · ');
  const requirementName = () =>
    'requirementId' in parts ? nameOrId(language, `requirement.${parts.requirementId}`, parts.requirementId) : '';
  const schoolInRequirement = () => {
    if (!('requirementId' in parts) || parts.schoolId === null) return '';
    const name = school || (schoolName(parts.schoolId) ?? parts.schoolId);
    return join(name, parts.stage === null ? '' : words(`stage.${parts.stage}`));
  };
  switch (parts.kind) {
    case 'county':
    case 'resource-allocation':
      return { title: words(`node.${parts.kind}`), of: result.countyName };
    case 'requirement':
      if (parts.schoolId === null) return { title: requirementName(), of: words('node.requirement') };
      return { title: requirementName(), of: schoolInRequirement() };
    case 'part':
    case 'point':
    case 'amount': {
      const title = titleInRequirement(language, parts.requirementId, parts.kind, parts.where);
      return { title, of: join(requirementName(), schoolInRequirement()) };
    }
    case 'stage':
      return { title: words('node.stage'), of: words(`stage.${parts.stage}`) };
    case 'composite':
      return { title: words('node.composite-cv'), of: words(`stage.${parts.stage}`) };
    case 'cv':
      return {
        title: words(`indicator.${parts.indicatorId}`),
        of: join(words('node.cv'), words(`stage.${parts.stage}`)),
      };
    case 'school':
      return { title: school, of: join(words('node.school-stage'), words(`stage.${parts.stage}`)) };
    case 'indicator':
      return { title: words(`indicator.${parts.indicatorId}`), of: join(school, words(`stage.${parts.stage}`)) };
    case 'quantity':
      return { title: words('node.quantity'), of: words(`indicator.${parts.indicatorId}`) };
    case 'share':
    case 'pupils':
      return { title: words(`node.${parts.kind}`), of: join(school, words(`stage.${parts.stage}`)) };
    default: {
      const exhaustive: never = parts;
      return exhaustive;
    }
  }
}

/** The same in one line, for lists and breadcrumbs: the part that tells it from its neighbours. */
export function nodeLabel(
  language: Language,
  result: ExplainedResult,
  path: string,
  schoolName: SchoolNames = noNames,
): string {
  const parts = readPath(path);
  const { title, of } = nodeTitle(language, result, path, schoolName);
  switch (parts?.kind) {
    // Below a condition the schools tell its lines apart.
    case 'requirement':
      return parts.schoolId === null ? title : of;
    case 'amount':
      return parts.schoolId === null ? title : `${title} · ${of.split(' · ').slice(1).join(' · ')}`;
    case 'stage':
      return of;
    case 'school':
      return `${title} · ${text(language, `stage.${parts.stage}`)}`;
    default:
      return title;
  }
}

function nameOrId(language: Language, key: string, id: string): string {
  return hasText(key) ? text(language, key) : id;
}

/** A part by its name, a change between years by the years, a number by what it is in the rule. */
function titleInRequirement(
  language: Language,
  requirementId: string,
  kind: 'part' | 'point' | 'amount',
  where: readonly string[],
): string {
  if (kind === 'point') return nameOrId(language, `point.${requirementId}.${where.join('.')}`, where.join('.'));
  if (kind === 'part') return partName(language, requirementId, where);
  const at = where.findIndex((each) => hasText(`amount-side.${each}`));
  if (at < 0) return text(language, 'node.amount');
  const [side = '', ...terms] = where.slice(at);
  const own = terms.reduce(
    (of, term) => text(language, 'amount-term', { of, n: String(Number(term) + 1) }),
    text(language, `amount-side.${side}`),
  );
  const owner = where.slice(0, at);
  return owner.length === 0 ? own : `${partName(language, requirementId, owner)} · ${own}`;
}

function partName(language: Language, requirementId: string, where: readonly string[]): string {
  for (const prefix of ['requirement', 'point']) {
    const key = [prefix, requirementId, ...where].join('.');
    if (hasText(key)) return text(language, key);
  }
  const [last = ''] = where.slice(-1);
  const years = /(\d+)$/.exec(last)?.[1];
  if (years === undefined) return where.length > 1 ? partName(language, requirementId, where.slice(0, -1)) : last;
  if (years === '0') return text(language, 'year-change.last');
  return text(language, 'year-change.earlier', { from: String(Number(years) + 1), to: years });
}
