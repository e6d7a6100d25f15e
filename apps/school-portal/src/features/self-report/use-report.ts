import {
  checkReport,
  type CellDefinition,
  type Cells,
  type Edition,
  type PeerStatistics,
  type SchoolEvaluation,
  type SchoolRecord,
} from '@junheng/evaluation-core';
import { replaceEqualDeep, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { SelfReport, Session } from '../../api/types.ts';
import { dayOf } from './model/day-of.ts';
import { cellsOfSection, formOf, type FormSection } from './model/form.ts';
import { progressOf, weighed, type Progress, type WeighedFinding } from './model/progress.ts';
import { keepDraftsFor } from './model/drafts.ts';
import { readTyped } from './model/read-typed.ts';
import { reckoningOf } from './model/reckoning.ts';
import type { QueueState, Saver } from '@junheng/offline-journal';
import { saverOf } from './saver-registry.ts';
import { useSettledQueue } from './use-settled-queue.ts';

/** A cell with the text that was typed or pasted into it. */
export type Entered = readonly [cell: CellDefinition, text: string];

/**
 * Everything a screen about one report shows, as of the last frame (`useSettledQueue`). Derived values are computed here and stored nowhere.
 */
export interface OpenReport {
  readonly report: SelfReport;
  readonly edition: Edition;
  readonly saver: Saver;
  readonly queue: QueueState;
  /** With what was typed and not yet stored. */
  readonly cells: Cells;
  /** The school with these cells. */
  readonly record: SchoolRecord;
  /** Today by the server's clock, in the region's zone: decides which special rules are in their window. */
  readonly evaluationDate: string;
  readonly sections: readonly FormSection[];
  readonly progress: Progress;
  /** Required cells without a value, in form order. */
  readonly missing: readonly CellDefinition[];
  readonly findings: readonly WeighedFinding[];
  readonly evaluation: SchoolEvaluation;
  /** The evaluation with the key that was pressed last. */
  readonly evaluationNow: () => SchoolEvaluation;
  /** The answers when this page was opened, to tell what a changed answer does to the form. */
  readonly openedWith: Cells;
  readonly type: (...entered: readonly Entered[]) => void;
  /** Cells that came back from an earlier page. */
  readonly recovered: number;
  readonly durable: boolean;
}

export function useReport(report: SelfReport, session: Session, edition: Edition): OpenReport {
  keepDraftsFor(session.personId);
  const queryClient = useQueryClient();
  const opened = saverOf(queryClient, session.personId, report.id);
  const { saver } = opened;
  const queue = useSettledQueue(saver);
  const recovered = useSyncExternalStore(saver.subscribe, saver.recovered);
  const [durable, setDurable] = useState(true);
  useEffect(() => {
    void opened.durable.then(setDurable);
  }, [opened]);
  // What was typed while the report was locked goes out by itself when it is open again (returned, extended, taken back).
  const unlocked = report.lock === null && queue.halted === 'locked';
  useEffect(() => {
    if (unlocked) saver.resume();
  }, [unlocked, saver]);

  const [openedWith] = useState(report.cells);
  const { school, lastYear, peers, checkReasons } = report;
  const evaluationDate = dayOf(report.serverTime);
  const schoolFacts = useMemo(
    () => ({
      schoolId: school.id,
      code: school.code,
      name: school.name,
      parentSchoolId: school.parentSchoolId,
      countedAsSchool: school.countedAsSchool,
    }),
    [school],
  );
  const reckoning = useMemo(
    () => reckoningOf(edition, schoolFacts, evaluationDate),
    [edition, schoolFacts, evaluationDate],
  );
  const cells = useMemo(() => reckoning.cells(report, queue), [reckoning, report, queue]);
  const evaluation = useMemo(() => reckoning.evaluation(cells), [reckoning, cells]);
  const evaluationNow = useCallback(
    () => reckoning.evaluation(reckoning.cells(report, saver.state())),
    [reckoning, report, saver],
  );
  const sections = formOf(edition, cells);
  const definitions = useMemo(() => sections.flatMap(cellsOfSection), [sections]);
  const [shareFindings] = useState(sharing<readonly WeighedFinding[]>);
  const findings = useMemo(() => {
    const found = checkReport(edition, cells, {
      ...(lastYear === null ? {} : { lastYear }),
      ...(peers === null ? {} : { peers: peers.statistics as PeerStatistics }),
    });
    const formOrder = definitions.map((cell) => cell.key);
    return shareFindings(weighed(edition, found, checkReasons, formOrder));
  }, [shareFindings, edition, cells, definitions, lastYear, peers, checkReasons]);
  const counted = useMemo(
    () => ({
      progress: progressOf(definitions, cells),
      missing: definitions.filter((cell) => cell.required && cells[cell.key] === undefined),
    }),
    [definitions, cells],
  );
  const record = useMemo(() => ({ ...schoolFacts, cells }), [schoolFacts, cells]);

  // What the person has before them, not what has just arrived: a value they have not seen is a conflict.
  const drawn = useRef(report);
  useLayoutEffect(() => {
    drawn.current = report;
  });
  const type = useCallback(
    (...entered: readonly Entered[]) => {
      const { cells: stored, cellRevisions } = drawn.current;
      const typed = entered.map(([cell, text]) => {
        const parsed = readTyped(cell.item, text);
        const cleared = !parsed.ok && parsed.problem === 'empty';
        return {
          cell: cell.key,
          text,
          value: parsed.ok ? parsed.value : cleared ? null : undefined,
          problem: parsed.ok || cleared ? null : parsed.problem,
          stored: { value: stored[cell.key] ?? null, revision: cellRevisions[cell.key] ?? 0 },
        };
      });
      saver.type(...typed);
    },
    [saver],
  );
  // The same object until something of it changes: what is drawn from an earlier one (`useDeferredValue`) can tell.
  return useMemo(
    () => ({
      ...counted,
      edition,
      sections,
      findings,
      evaluation,
      evaluationNow,
      record,
      evaluationDate,
      report,
      saver,
      queue,
      cells,
      openedWith,
      type,
      recovered,
      durable,
    }),
    [
      counted,
      edition,
      sections,
      findings,
      evaluation,
      evaluationNow,
      record,
      evaluationDate,
      report,
      saver,
      queue,
      cells,
      openedWith,
      type,
      recovered,
      durable,
    ],
  );
}

/** What is equal to the last value stays the same object, part by part: only what changed is drawn anew. */
function sharing<Value>(): (value: Value) => Value {
  let last: Value | undefined;
  return (value) => {
    last = replaceEqualDeep(last, value);
    return last;
  };
}
