import type { Source } from '../../../items/item-definition.ts';

const document = '县教育体育局2024年重点工作情况报告（引楚办通〔2024〕11号）';

/** A county's report on its score: the heads and grounds of deduction are told, nearly all their points are blank in the text. */
export function report(clause: string, note: string | null = null): Source {
  return { document, clause, confidence: 'B', note };
}

/** Points that are blank in the report: the bureau that publishes the edition sets them. */
export function blank(clause: string): Source {
  return { document, clause, confidence: 'U', note: 'points are blank in the text' };
}
