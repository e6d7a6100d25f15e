import {
  applicableCells,
  type CellDefinition,
  type CellKey,
  type Cells,
  type Edition,
  type ItemDefinition,
  type StageId,
} from '@junheng/evaluation-core';

/** One line of the form: an item, with one cell for the whole school or one for each stage it is asked for. */
export interface FormRow {
  readonly item: ItemDefinition;
  readonly whole: CellDefinition | null;
  readonly byStage: Readonly<Partial<Record<StageId, CellDefinition>>>;
}

export interface FormSection {
  readonly id: string;
  /** The stages that any row of the section has, in the edition's order: its columns. */
  readonly stages: readonly StageId[];
  readonly rows: readonly FormRow[];
}

const forms = new WeakMap<readonly CellDefinition[], readonly FormSection[]>();

/** The form of one school as its type and flags stand now: the same one until an answer changes it. Sections without a row are left out. */
export function formOf(edition: Edition, cells: Cells): readonly FormSection[] {
  const definitions = applicableCells(edition, cells);
  const known = forms.get(definitions);
  if (known !== undefined) return known;
  const made = makeForm(edition, definitions);
  forms.set(definitions, made);
  return made;
}

function makeForm(edition: Edition, definitions: readonly CellDefinition[]): FormSection[] {
  return edition.sections.flatMap((id): FormSection[] => {
    const own = definitions.filter((cell) => cell.item.section === id);
    if (own.length === 0) return [];
    const rows = [...new Set(own.map((cell) => cell.item))].map((item): FormRow => {
      const ofItem = own.filter((cell) => cell.item === item);
      return {
        item,
        whole: ofItem.find((cell) => cell.stage === null) ?? null,
        byStage: Object.fromEntries(ofItem.flatMap((cell) => (cell.stage === null ? [] : [[cell.stage, cell]]))),
      };
    });
    const stages = edition.stages.map((stage) => stage.id).filter((stage) => own.some((cell) => cell.stage === stage));
    return [{ id, stages, rows }];
  });
}

export function cellsOfRow(row: FormRow, stages: readonly StageId[]): CellDefinition[] {
  if (row.whole !== null) return [row.whole];
  return stages.flatMap((stage) => row.byStage[stage] ?? []);
}

export function cellsOfSection(section: FormSection): CellDefinition[] {
  return section.rows.flatMap((row) => cellsOfRow(row, section.stages));
}

/** The section a cell stands in, if the form has it. */
export function sectionOfCell(sections: readonly FormSection[], key: CellKey): FormSection | undefined {
  return sections.find((section) => cellsOfSection(section).some((cell) => cell.key === key));
}

/** What the answers take away from and add to the form, by cell. Values of cells that go are kept, only not asked. */
export function formDifference(
  edition: Edition,
  before: Cells,
  after: Cells,
): { appear: readonly CellDefinition[]; disappear: readonly CellDefinition[] } {
  const [old, now] = [applicableCells(edition, before), applicableCells(edition, after)];
  const [oldKeys, nowKeys] = [new Set(old.map((cell) => cell.key)), new Set(now.map((cell) => cell.key))];
  return {
    appear: now.filter((cell) => !oldKeys.has(cell.key)),
    disappear: old.filter((cell) => !nowKeys.has(cell.key)),
  };
}
