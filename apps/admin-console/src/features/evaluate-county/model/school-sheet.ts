import type { SchoolRow } from '@junheng/evaluation-ui';
import type { Sheet, SheetCell } from '@junheng/ui/table';

export interface SheetWords {
  readonly name: string;
  readonly words: (key: string) => string;
  readonly title: (column: 'school' | 'code' | 'town' | 'stage' | 'pupils' | 'outcome' | 'met' | 'threshold') => string;
}

/** The table of schools as it is filtered and sorted; every indicator with the standard it was held against. */
export function schoolSheet(rows: readonly SchoolRow[], indicators: readonly string[], texts: SheetWords): Sheet {
  const { words, title } = texts;
  return {
    name: texts.name,
    head: [
      title('school'),
      title('code'),
      title('town'),
      title('stage'),
      title('pupils'),
      ...indicators.flatMap((id) => [words(`indicator.${id}`), `${words(`indicator.${id}`)} ${title('threshold')}`]),
      title('met'),
      title('outcome'),
    ],
    rows: rows.map(({ evaluation, townName }): readonly SheetCell[] => [
      evaluation.name,
      evaluation.code,
      townName,
      words(`stage.${evaluation.stage}`),
      evaluation.pupils,
      ...indicators.flatMap((id): readonly SheetCell[] => {
        const indicator = evaluation.indicators.find((each) => each.indicatorId === id);
        return [indicator?.value ?? indicator?.trace.answer ?? null, indicator?.threshold || null];
      }),
      evaluation.metCount,
      words(`outcome.${evaluation.outcome}`),
    ]),
  };
}
