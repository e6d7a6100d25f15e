import { evaluateCounty } from '../src/evaluate.ts';
import { explainer } from '../src/explanation/explain.ts';
import type { Cells, DataSet } from '../src/items/cells.ts';
import { applicableCells } from '../src/standards/applicable-cells.ts';
import type { Edition } from '../src/standards/edition.ts';
import { editionById } from '../src/standards/editions.ts';
import type { ExplanationNode, NodePath } from '../src/trace/explanation-node.ts';
import { randomFrom } from './random.ts';
import { median } from './medians.ts';
import { measureKernelExplanation } from './one-cell.ts';
import { seed } from './workload.ts';

export interface ExplanationReport {
  readonly schools: number;
  readonly evaluateMilliseconds: number;
  /** The assessment that explanations read, once per county. */
  readonly openMilliseconds: number;
  /** From the county down to every cell. */
  readonly nodes: number;
  readonly treeMilliseconds: number;
  /** From the kernel's columns: every school and CV with its numbers and decisions, without cells and fractions. */
  readonly kernelObjects: number;
  readonly kernelMilliseconds: number;
  /** Down from one school: what a page shows. */
  readonly schoolNodes: number;
  readonly schoolMilliseconds: number;
}

/** A county of primary schools with every number cell filled; fictional. */
function county(edition: Edition, schools: number): DataSet {
  const random = randomFrom(seed + 5);
  return {
    countyCode: '990300',
    countyName: 'Fictional county',
    schools: Array.from({ length: schools }, (_, each) => {
      const base: Cells = { [edition.schoolTypeItem]: 'primary' };
      const cells = applicableCells(edition, base).flatMap(({ key, item }) =>
        item.value.kind === 'number' ? [[key, String(1 + (random() % 900))] as const] : [],
      );
      return {
        schoolId: `school-${String(each).padStart(3, '0')}`,
        code: `99${each}`,
        name: `Fictional school ${each}`,
        parentSchoolId: null,
        countedAsSchool: true,
        cells: { ...base, ...Object.fromEntries(cells) },
      };
    }),
  };
}

function walk(find: (path: NodePath) => ExplanationNode, from: NodePath): number {
  const seen = new Set<NodePath>();
  const open = [from];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    open.push(...find(path).children);
  }
  return seen.size;
}

function measured<T>(runs: number, work: () => T): { readonly milliseconds: number; readonly result: T } {
  let result = work();
  const times = Array.from({ length: runs }, () => {
    const before = performance.now();
    result = work();
    return performance.now() - before;
  });
  return { milliseconds: median(times), result };
}

export function measureExplanation(schools: number): ExplanationReport {
  const edition = editionById('cn-2017-quality-balance');
  if (edition === undefined) throw new Error('the edition is not shipped');
  const dataSet = county(edition, schools);
  const evaluated = measured(3, () => evaluateCounty(edition, dataSet));
  const opened = measured(3, () => explainer(edition, dataSet, {}));
  const tree = measured(3, () => walk(opened.result, 'county'));
  const school = measured(20, () => walk(opened.result, 'school/school-000/primary'));
  const kernel = measureKernelExplanation();
  return {
    kernelObjects: kernel.objects,
    kernelMilliseconds: kernel.milliseconds,
    schools,
    evaluateMilliseconds: evaluated.milliseconds,
    openMilliseconds: opened.milliseconds,
    nodes: tree.result,
    treeMilliseconds: tree.milliseconds,
    schoolNodes: school.result,
    schoolMilliseconds: school.milliseconds,
  };
}
