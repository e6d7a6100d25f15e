import type { Cells } from '../items/cells.ts';
import { outcomes } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import type { SchoolVerdicts, Verdict } from '../rules/rule-decision.ts';
import { countyFigures } from '../schools/county-figures.ts';
import type { CountyFigures, SchoolInCounty } from '../schools/county-figures.ts';
import type { SchoolUnit } from '../schools/school-units.ts';
import { decideScope } from '../schools/scope.ts';
import { stagePupils } from '../schools/stage-pupils.ts';
import type { Requirement } from '../standards/requirement.ts';
import { assessRequirement } from '../verdicts/requirement.ts';
import type { CountyBoard } from './county-board.ts';
import type { LoadedCounty } from './load-county.ts';
import { notApplicable, outcomeOf, unmet } from './outcome-codes.ts';
import type { OutcomeCode } from './outcome-codes.ts';
import { requirementReads } from './requirement-reads.ts';
import type { RequirementReads } from './requirement-reads.ts';
import { both, schoolsOutcome } from './row-outcomes.ts';

/** The requirements of a county under change. What a change cannot have touched is not decided again; nothing is before somebody asks. */
export interface RequirementBoard {
  /** A cell of this item was changed, in this school or (null) in the county report. */
  readonly changed: (unit: number | null, item: string) => void;
  /** The county's whole verdict (结论). */
  readonly outcome: () => OutcomeCode;
  readonly outcomes: () => readonly RequirementVerdict[];
  /**
   * Is some requirement unmet whatever a cell of this item in this school (null: of the county report) says? Where the cell is not read, or
   * other schools are unmet too. `verdictsStand`: what the school rule and the balance rule say cannot change either.
   */
  readonly standsUnmet: (unit: number | null, item: string, verdictsStand: boolean) => boolean;
  /** The figures of the county as it is, for a look at one requirement. */
  readonly figures: () => CountyFigures;
  readonly verdicts: () => SchoolVerdicts;
}

export interface RequirementVerdict {
  readonly requirementId: string;
  readonly outcome: Outcome;
}

/** What is kept of one requirement. */
interface Kept {
  readonly requirement: Requirement;
  readonly reads: RequirementReads;
  /** Of schools: outcome code by unit, and how many have each. Of the county: one. */
  readonly codes: Uint8Array;
  readonly counts: Int32Array;
  /** Units to be decided again; of the county: place 0. */
  readonly stale: Set<number>;
}

const unknown = 255;

export function requirementBoard(
  county: LoadedCounty,
  board: CountyBoard,
  unitAt: (unit: number) => SchoolUnit,
  countyCells: () => Cells,
): RequirementBoard {
  const { indexed, method, units } = county;
  const schools: SchoolInCounty[] = [];
  const staleSchools = new Set(units.keys());
  let base: CountyFigures = countyFigures(indexed, method.evaluationDate, countyCells(), schools);
  const kept = indexed.edition.requirements.map((requirement): Kept => {
    const places = requirement.per === 'county' ? 1 : units.length;
    return {
      requirement,
      reads: requirementReads(indexed.edition, requirement),
      codes: new Uint8Array(places).fill(unknown),
      counts: new Int32Array(outcomes.length),
      stale: new Set(Array.from({ length: places }, (_, place) => place)),
    };
  });

  const bySchoolItem = byItem(kept, (reads) => reads.items);
  const byCountyItem = byItem(kept, (reads) => reads.countyItems);

  return { changed, outcome, outcomes: outcomesOfAll, standsUnmet, figures, verdicts };

  function changed(unit: number | null, item: string): void {
    if (unit === null) base = { ...base, countyCells: countyCells() };
    else staleSchools.add(unit);
    for (const { requirement, codes, stale } of (unit === null ? byCountyItem : bySchoolItem).get(item) ?? []) {
      if (requirement.per === 'county') stale.add(0);
      else if (unit === null) codes.forEach((_, place) => stale.add(place));
      else stale.add(unit);
    }
  }

  function figures(): CountyFigures {
    for (const unit of staleSchools) {
      const before = schools[unit];
      if (before !== undefined) base.readBefore.delete(before.unit);
      const own = unitAt(unit);
      const pupils = indexed.edition.stages.map((stage) => stagePupils(indexed, own, stage.id));
      schools[unit] = { unit: own, scope: decideScope(indexed, own, pupils), pupils };
    }
    staleSchools.clear();
    return base;
  }

  function decide(own: Kept): OutcomeCode {
    const { requirement, reads, codes, counts, stale } = own;
    if (reads.verdicts) codes.forEach((_, place) => stale.add(place));
    if (stale.size > 0) {
      const all = figures();
      const said = verdicts();
      for (const place of stale) {
        const asked = schools[place];
        const among = requirement.per === 'county' ? all : { ...all, schools: asked === undefined ? [] : [asked] };
        const code = outcomes.indexOf(assessRequirement(requirement, among, said).outcome);
        count(counts, codes[place] ?? unknown, -1);
        count(counts, code, 1);
        codes[place] = code;
      }
      stale.clear();
    }
    return schoolsOutcome(counts[0] ?? 0, counts[1] ?? 0, counts[2] ?? 0);
  }

  function outcome(): OutcomeCode {
    let all: OutcomeCode = notApplicable;
    for (const own of kept) all = both(all, decide(own));
    return all;
  }

  function outcomesOfAll(): readonly RequirementVerdict[] {
    return kept.map((own) => ({ requirementId: own.requirement.id, outcome: outcomeOf(decide(own)) }));
  }

  function standsUnmet(unit: number | null, item: string, verdictsStand: boolean): boolean {
    return kept.some((own) => {
      const { requirement, reads, codes, counts } = own;
      if (decide(own) !== unmet || (reads.verdicts && !verdictsStand)) return false;
      if (unit === null) return !reads.countyItems.has(item);
      if (!reads.items.has(item)) return true;
      return requirement.per !== 'county' && (counts[unmet] ?? 0) > (codes[unit] === unmet ? 1 : 0);
    });
  }

  /** Only outcomes: how complete they are changes no other outcome. */
  function verdicts(): SchoolVerdicts {
    let ofSchools: OutcomeCode = notApplicable;
    let ofBalance: OutcomeCode = notApplicable;
    county.stages.forEach((_, stage) => {
      ofSchools = both(ofSchools, board.schoolsOutcome(stage));
      ofBalance = both(ofBalance, board.balanceOutcome(stage));
    });
    return {
      resourceAllocation: verdict(both(ofSchools, ofBalance)),
      schoolStandard: verdict(ofSchools),
      balance: verdict(ofBalance),
    };
  }
}

function byItem(
  kept: readonly Kept[],
  itemsOf: (reads: RequirementReads) => ReadonlySet<string>,
): ReadonlyMap<string, readonly Kept[]> {
  const found = new Map<string, Kept[]>();
  for (const own of kept) for (const item of itemsOf(own.reads)) found.set(item, [...(found.get(item) ?? []), own]);
  return found;
}

function verdict(code: OutcomeCode): Verdict {
  return { outcome: outcomeOf(code), complete: true, reason: null };
}

function count(counts: Int32Array, code: number, step: 1 | -1): void {
  if (code < counts.length) counts[code] = (counts[code] ?? 0) + step;
}
