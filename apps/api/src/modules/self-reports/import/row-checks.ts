import type { Edition } from '@junheng/evaluation-core';
import type { ImportProblemCode } from '@junheng/evaluation-messages';
import type { ProblemSink } from './problem-sink.ts';
import type { Figure, RowFigures } from './row-figures.ts';

/** Items that cannot be there without pupils. Rooms and equipment can outlive a school, but then someone must say so. */
const RESOURCES =
  /^(?:teachers-|backbone-teachers|pe-|music-teachers|fine-art-teachers|arts-teachers|classes|largest-class|net-teaching|teaching-rooms|sports-|gymnasium|equipment-value|multimedia)/;

/**
 * What is odd within one row: each cell gets its most telling problem only. Figures that could not be read take part in
 * nothing. These run on rows, before schools are merged, so that the problem stands where the person sees it; plausible ranges
 * are those of the edition. Doubles will do: nothing here decides a verdict.
 */
export function checkRow(edition: Edition, { school, figures, refusedItems }: RowFigures, sink: ProblemSink): void {
  const told = new Set<Figure>();
  const tell = (
    severity: 'error' | 'warning',
    code: ImportProblemCode,
    figure: Figure,
    facts: Record<string, string> = {},
  ): void => {
    if (told.has(figure)) return;
    told.add(figure);
    const { file, sheet, row } = school;
    const place = { file, sheet, row, column: figure.column, item: figure.item, stage: figure.stage };
    sink.add(severity, code, place, { value: figure.value, ...facts });
  };
  const pupilFigures = figures.filter((figure) => figure.item === 'pupils');
  const plausible = new Map(edition.items.map((item) => [item.id, item.plausible]));

  for (const pupils of pupilFigures) {
    const stage = pupils.stage;
    const number = Number(pupils.value);
    const find = (item: string): Figure | undefined =>
      figures.find((figure) => figure.item === item && figure.stage === stage);
    if (number === 0) {
      const onlyStage = pupilFigures.every((other) => other.value === '0');
      const without = figures.filter(
        (figure) =>
          RESOURCES.test(figure.item) &&
          figure.value !== '0' &&
          // An amount merged over the rows of a school's stages belongs to all of them.
          figure.spansTo === null &&
          (figure.stage === stage || (figure.stage === null && onlyStage)),
      );
      if (without.length > 0) {
        tell('error', 'zero_students_with_resources', pupils, {
          columns: without.map((figure) => figure.column).join(', '),
        });
      }
      continue;
    }
    const limit = plausible.get('pupils')?.maximum;
    if (limit != null && number > Number(limit)) {
      tell('warning', 'implausible', pupils, { limit });
      continue;
    }
    checkClasses(pupils, find('classes'), find('largest-class'), tell);
    const backbone = find('backbone-teachers');
    const share = plausible.get('backbone-teachers')?.maximumPerPupil;
    if (backbone !== undefined && share != null && Number(backbone.value) > Math.max(1, number * Number(share))) {
      tell('warning', 'more_backbone_teachers_than_plausible', backbone, { pupils: pupils.value });
    }
  }
  if (refusedItems.has('pupils') || pupilFigures.some((figure) => told.has(figure))) return;
  const all = pupilFigures.reduce((sum, figure) => sum + Number(figure.value), 0);
  for (const figure of figures) {
    const range = plausible.get(figure.item);
    if (range == null || figure.item === 'pupils') continue;
    const own = pupilFigures.find((each) => each.stage === figure.stage);
    const pupils = figure.stage === null || own === undefined ? all : Number(own.value);
    const value = Number(figure.value);
    const above = range.maximum !== null && value > Number(range.maximum);
    const below = range.minimum !== null && value < Number(range.minimum);
    // A school of a handful of pupils may have a hall: per-pupil bounds start to mean something at ten.
    const perPupil =
      range.maximumPerPupil !== null && pupils > 0 && value > Math.max(pupils, 10) * Number(range.maximumPerPupil);
    if (above || below || perPupil) tell('warning', 'implausible', figure, { limit: range.maximum ?? '' });
  }
}

function checkClasses(
  pupils: Figure,
  classes: Figure | undefined,
  largest: Figure | undefined,
  tell: (severity: 'warning', code: ImportProblemCode, figure: Figure, facts?: Record<string, string>) => void,
): void {
  const number = Number(pupils.value);
  if (classes?.value === '0') tell('warning', 'classes_zero', classes, { pupils: pupils.value });
  if (largest === undefined) return;
  if (Number(largest.value) > number) tell('warning', 'max_class_above_students', largest, { pupils: pupils.value });
  else if (classes !== undefined && classes.value !== '0' && Number(largest.value) * Number(classes.value) < number) {
    tell('warning', 'max_class_below_average', largest, { pupils: pupils.value, classes: classes.value });
  }
}
