import { cellKey, reportedText } from '../items/cells.ts';
import type { CellKey, Cells, StageId } from '../items/cells.ts';
import { truthOf } from '../items/condition.ts';
import type { Condition } from '../items/condition.ts';
import type { ItemDefinition } from '../items/item-definition.ts';
import { parseCell } from '../items/parse-cell.ts';
import type { Edition, SchoolType, SplitMethod } from './edition.ts';

/** One cell of the form of one school. */
export interface CellDefinition {
  readonly key: CellKey;
  readonly item: ItemDefinition;
  /** null = whole school */
  readonly stage: StageId | null;
  readonly required: boolean;
}

export function schoolTypeOf(edition: Edition, cells: Cells): SchoolType | undefined {
  const type = reportedText(cells, edition.schoolTypeItem);
  return edition.schoolTypes.find((each) => each.id === type);
}

/** Does any cell of this key exist in the edition, whoever it is asked of? For typed saves: an unknown key is refused. */
export function cellDefinition(edition: Edition, key: CellKey): CellDefinition | undefined {
  return formPlan(edition).definitions.get(key);
}

/**
 * The cells a school is asked, in form order. Depends on what it reported so far: its type decides the stages, flags decide special
 * items, zero pupils in a stage close that stage's other cells, and an imported aggregate makes its parts optional. Before the school
 * type is known only unconditional whole-school cells are asked.
 */
export function applicableCells(
  edition: Edition,
  cells: Cells,
  options: { readonly split?: SplitMethod } = {},
): readonly CellDefinition[] {
  return formOf(edition, cells)[options.split ?? edition.splitting.method];
}

/** The cells that may be reported: those asked under either way of splitting. A value kept in another cell enters nothing. */
export function allowedCells(edition: Edition, cells: Cells): ReadonlySet<CellKey> {
  return formOf(edition, cells).allowed;
}

/** The form of a school, under either way of splitting. */
type Form = Readonly<Record<SplitMethod, readonly CellDefinition[]>> & { readonly allowed: ReadonlySet<CellKey> };

/**
 * The form depends on a few answers only, and is asked for with every key press and every save: it is made once for each way of
 * answering those.
 */
function formOf(edition: Edition, cells: Cells): Form {
  const plan = formPlan(edition);
  const answers = decidingAnswers(edition, plan, cells);
  const known = plan.forms.get(answers);
  if (known !== undefined) return known;
  const weighted = makeForm(edition, plan, cells, 'weighted');
  const byStage = makeForm(edition, plan, cells, 'reported-by-stage');
  const allowed = new Set([...weighted, ...byStage].map(({ key }) => key));
  const form: Form = { weighted, 'reported-by-stage': byStage, allowed };
  if (plan.forms.size >= mostForms) plan.forms.clear();
  plan.forms.set(answers, form);
  return form;
}

function makeForm(edition: Edition, { items }: FormPlan, cells: Cells, method: SplitMethod): readonly CellDefinition[] {
  const typeStages = schoolTypeOf(edition, cells)?.stages ?? [];
  const optionalParts = partsCoveredByAggregates(edition, cells);
  const result: CellDefinition[] = [];
  for (const item of edition.items) {
    if (truthOf(item.condition, items, cells) !== true) continue;
    for (const stage of stagesOf(
      item,
      typeStages.map((each) => each.stage),
      method,
    )) {
      const key = cellKey(item.id, stage);
      const reported = reportedText(cells, key) !== undefined;
      if (item.entry === 'import' && !reported) continue;
      const presence = typeStages.find((each) => each.stage === stage)?.presence ?? 'expected';
      const isPupils = item.id === edition.pupilsItem;
      if (stage !== null && !isPupils && !stageIsOpen(items, edition, cells, stage, presence)) continue;
      const required = item.required && !optionalParts.has(key) && !(isPupils && presence === 'if-reported');
      result.push({ key, item, stage, required });
    }
  }
  return result;
}

/** What the form of a school depends on. */
interface FormPlan {
  readonly items: ReadonlyMap<string, ItemDefinition>;
  /** Every cell of the edition, whoever is asked. */
  readonly definitions: ReadonlyMap<CellKey, CellDefinition>;
  /** Each condition of an item once. */
  readonly conditions: readonly Condition[];
  /** Cells that matter by being there: those that only an import fills. */
  readonly imported: readonly CellKey[];
  readonly stages: readonly StageId[];
  /** Forms made so far, by the answers that decide them. */
  readonly forms: Map<string, Form>;
}

/** Schools differ in few ways; somebody who makes up ever more of them must not fill the memory. */
const mostForms = 200;

const plans = new WeakMap<Edition, FormPlan>();

function formPlan(edition: Edition): FormPlan {
  const known = plans.get(edition);
  if (known !== undefined) return known;
  const conditions = edition.items.flatMap(({ condition }) => (condition === null ? [] : [condition]));
  const stages = [
    ...new Set([
      ...edition.stages.map(({ id }) => id),
      ...edition.items.flatMap((item) => [...(item.stages ?? []), ...item.alsoByStage]),
    ]),
  ];
  const importItems = edition.items.filter(({ entry }) => entry === 'import').map(({ id }) => id);
  const aggregates = edition.quantities.flatMap(({ aggregate }) => (aggregate === null ? [] : [aggregate]));
  const definitions = new Map<CellKey, CellDefinition>();
  for (const item of edition.items) {
    for (const stage of item.stages === null ? [null, ...item.alsoByStage] : item.stages) {
      const key = cellKey(item.id, stage);
      if (!definitions.has(key)) definitions.set(key, { key, item, stage, required: item.required });
    }
  }
  const plan: FormPlan = {
    items: new Map(edition.items.map((item) => [item.id, item])),
    definitions,
    conditions: [...new Map(conditions.map((each) => [JSON.stringify(each), each])).values()],
    imported: [...new Set([...importItems, ...aggregates])].flatMap((id) =>
      [null, ...stages].map((stage) => cellKey(id, stage)),
    ),
    stages,
    forms: new Map(),
  };
  plans.set(edition, plan);
  return plan;
}

/** All that `makeForm` asks the cells, as text. */
function decidingAnswers(edition: Edition, plan: FormPlan, cells: Cells): string {
  const { items, conditions, imported, stages } = plan;
  let answers = `${schoolTypeOf(edition, cells)?.id ?? ''}\n`;
  for (const condition of conditions) answers += truthOf(condition, items, cells) === true ? '1' : '0';
  for (const stage of stages) {
    answers += stageIsOpen(items, edition, cells, stage, 'expected') ? '1' : '0';
    answers += stageIsOpen(items, edition, cells, stage, 'if-reported') ? '1' : '0';
  }
  for (const key of imported) answers += reportedText(cells, key) === undefined ? '0' : '1';
  return answers;
}

/** Whole-school facility items are asked by stage instead where the split is by report and the school has several stages. */
function stagesOf(
  item: ItemDefinition,
  typeStages: readonly StageId[],
  method: SplitMethod,
): readonly (StageId | null)[] {
  if (item.stages !== null) return item.stages.filter((stage) => typeStages.includes(stage));
  if (method === 'reported-by-stage' && item.alsoByStage.length > 0 && typeStages.length > 1) {
    return item.alsoByStage.filter((stage) => typeStages.includes(stage));
  }
  return [null];
}

function stageIsOpen(
  items: FormPlan['items'],
  edition: Edition,
  cells: Cells,
  stage: StageId,
  presence: 'expected' | 'if-reported',
): boolean {
  const pupils = reportedText(cells, cellKey(edition.pupilsItem, stage));
  const item = items.get(edition.pupilsItem);
  const parsed = pupils === undefined || item === undefined ? undefined : parseCell(item, pupils);
  if (parsed === undefined || !parsed.ok) return presence === 'expected';
  return parsed.value !== '0';
}

/** Keys of parts whose quantity was imported as an aggregate. */
function partsCoveredByAggregates(edition: Edition, cells: Cells): ReadonlySet<CellKey> {
  const covered = new Set<CellKey>();
  for (const quantity of edition.quantities) {
    if (quantity.aggregate === null) continue;
    for (const stage of [null, ...edition.stages.map((each) => each.id)]) {
      if (reportedText(cells, cellKey(quantity.aggregate, stage)) === undefined) continue;
      for (const part of quantity.parts) covered.add(cellKey(part.item, stage));
    }
  }
  return covered;
}
