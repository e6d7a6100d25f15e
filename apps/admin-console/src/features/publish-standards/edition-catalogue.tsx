import type { Edition } from '@junheng/evaluation-core';
import { CountyRules } from './county-rules.tsx';
import type { Editing } from './editing.ts';
import { EditionSettings } from './edition-settings.tsx';
import { IndicatorTable } from './indicator-table.tsx';
import { RequirementList } from './requirement-list.tsx';
import { SpecialRuleList } from './special-rule-list.tsx';

/** Everything an edition says, to read or to change. */
export function EditionCatalogue(props: { readonly edition: Edition; readonly editing: Editing | null }) {
  return (
    <>
      <IndicatorTable {...props} />
      <CountyRules {...props} />
      <EditionSettings {...props} />
      <SpecialRuleList {...props} />
      <RequirementList {...props} />
    </>
  );
}
