import { amountValue, knownAmount, unboundedAmount, unknownAmount } from '../items/amount-value.ts';
import type { AmountSource, AmountValue } from '../items/amount-value.ts';
import { cellKey, reportedText } from '../items/cells.ts';
import type { SchoolRecord, StageId } from '../items/cells.ts';
import type { Condition } from '../items/condition.ts';
import { decimalOrUndefined } from '../quantities/decimal.ts';
import { schoolSource } from '../schools/county-figures.ts';
import type { CountyFigures } from '../schools/county-figures.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import type { Edition } from '../standards/edition.ts';
import type { Requirement } from '../standards/requirement.ts';
import type { Notes } from './observation.ts';

type NumberCondition = Extract<Condition, { readonly kind: 'number' }>;

/** The comparisons of numbers on which it hangs what is asked of a school, by what it is judged, and (with requirements) of which. */
export function numberConditions(edition: Edition, requirements: readonly Requirement[]): readonly NumberCondition[] {
  const found: NumberCondition[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isNumberCondition(value)) found.push(value);
    for (const each of Object.values(value)) look(each);
  };
  const rules = edition.specialRules.filter((rule) => rule.enabled);
  look([edition.items.map((item) => item.condition), rules.map((rule) => rule.condition)]);
  look(requirements.map(({ appliesTo, rule }) => [appliesTo, rule]));
  return found;
}

function isNumberCondition(value: object): value is NumberCondition {
  return 'kind' in value && value.kind === 'number' && 'left' in value && 'comparator' in value && 'right' in value;
}

/** Both sides of each comparison: with the numbers of each record, and of the school as a whole, for every stage and none. */
export function noteConditions(
  notes: Notes,
  conditions: readonly NumberCondition[],
  figures: CountyFigures,
  unit: SchoolUnit,
): void {
  const stages = [null, ...figures.indexed.edition.stages.map((stage) => stage.id)];
  conditions.forEach(({ left, right }, index) => {
    for (const stage of stages) {
      const sources = [
        schoolSource(figures, unit, stage),
        ...unit.members.map((member) => recordSource(member, stage)),
      ];
      sources.forEach((source, place) => {
        const name = `condition ${index} ${stage ?? ''} ${place}`;
        noteSide(notes, name, 'left', amountValue(left, source));
        noteSide(notes, name, 'right', amountValue(right, source));
      });
    }
  });
}

export function noteSide(notes: Notes, comparison: string, side: 'left' | 'right', value: AmountValue): void {
  notes.say(comparison, side, value.absent, value.open);
  notes.number({ kind: 'side', comparison, side }, value.low);
  notes.number({ kind: 'side', comparison, side }, value.high);
}

/** One record's own cells, as `items/condition.ts` reads them. */
function recordSource({ schoolId, cells }: SchoolRecord, stage: StageId | null): AmountSource {
  const cell = (key: string) => ({ schoolId, key });
  return {
    stage,
    evaluationDate: null,
    number: (item, ofStage, yearsBack) => {
      const key = cellKey(item, ofStage, yearsBack);
      const value = decimalOrUndefined(reportedText(cells, key) ?? '');
      return value === undefined ? unknownAmount([cell(key)]) : knownAmount(value);
    },
    answer: (item) => ({ cell: cell(item), value: reportedText(cells, item) ?? null }),
    total: () => unboundedAmount,
  };
}
