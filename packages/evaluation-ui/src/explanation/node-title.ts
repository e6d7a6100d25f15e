import { hasText, text, type Language } from '@junheng/evaluation-messages';
import { readPath, summaryOf, type ExplainedResult } from '../model/explanation-path.ts';

export interface NodeTitle {
  readonly title: string;
  /** Whose number it is: school and stage, or county. */
  readonly of: string;
}

/** What a node is called, in words. */
export function nodeTitle(language: Language, result: ExplainedResult, path: string): NodeTitle {
  const words = (key: string) => text(language, key);
  const parts = readPath(path);
  if (parts === null) return { title: words('node.not-found'), of: '' };
  const school = summaryOf(result, path).schoolName ?? '';
  const join = (...names: readonly string[]) => names.filter(Boolean).join(' · ');
  switch (parts.kind) {
    case 'county':
    case 'resource-allocation':
      return { title: words(`node.${parts.kind}`), of: result.countyName };
    case 'requirement': {
      const key = `requirement.${parts.requirementId}`;
      return { title: hasText(key) ? words(key) : parts.requirementId, of: words('node.requirement') };
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
export function nodeLabel(language: Language, result: ExplainedResult, path: string): string {
  const parts = readPath(path);
  const { title, of } = nodeTitle(language, result, path);
  switch (parts?.kind) {
    case 'stage':
      return of;
    case 'school':
      return `${title} · ${text(language, `stage.${parts.stage}`)}`;
    default:
      return title;
  }
}
