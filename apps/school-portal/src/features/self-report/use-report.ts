import {
  checkReport,
  evaluateSchool,
  type CellDefinition,
  type Cells,
  type Edition,
  type PeerStatistics,
  type SchoolEvaluation,
  type SchoolRecord,
} from '@junheng/evaluation-core';
import { replaceEqualDeep, useQueryClient } from '@tanstack/react-query';
import {
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { SelfReport, Session } from '../../api/types.ts';
import { dayOf } from './model/day-of.ts';
import { cellsOfSection, formOf, type FormSection } from './model/form.ts';
import { progressOf, weighed, type Progress, type WeighedFinding } from './model/progress.ts';
import { keepDraftsFor } from './model/drafts.ts';
import { readTyped } from './model/read-typed.ts';
import type { QueueState, Saver } from '@junheng/offline-journal';
import { effectiveCells } from './model/stored-report.ts';
import { saverOf } from './saver-registry.ts';

/** Everything a screen about one report shows. Derived values are computed here and stored nowhere. */
export interface OpenReport {
  readonly report: SelfReport;
  readonly edition: Edition;
  readonly saver: Saver;
  readonly queue: QueueState;
  /** With what was typed and not yet stored. */
  readonly cells: Cells;
  /** The school with its cells of a moment ago: what the findings come from. */
  readonly settled: SchoolRecord;
  /** Today by the server's clock, in the region's zone: decides which special rules are in their window. */
  readonly evaluationDate: string;
  readonly sections: readonly FormSection[];
  readonly progress: Progress;
  /** Required cells without a value, in form order. */
  readonly missing: readonly CellDefinition[];
  readonly findings: readonly WeighedFinding[];
  readonly evaluation: SchoolEvaluation;
  /** The answers when this page was opened, to tell what a changed answer does to the form. */
  readonly openedWith: Cells;
  readonly type: (cell: CellDefinition, text: string) => void;
  /** Cells that came back from an earlier page. */
  readonly recovered: number;
  readonly durable: boolean;
}

export function useReport(report: SelfReport, session: Session, edition: Edition): OpenReport {
  keepDraftsFor(session.personId);
  const queryClient = useQueryClient();
  const opened = saverOf(queryClient, session.personId, report.id);
  const { saver } = opened;
  const queue = useSyncExternalStore(saver.subscribe, saver.state);
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
  const cells = useMemo(() => effectiveCells(report.cells, queue), [report.cells, queue]);
  // The cell and the indicators follow the key itself. The checks, what special rules would do and which cells there are come in the
  // frame after it.
  const settled = useDeferredValue(cells);
  const { school, lastYear, peers, checkReasons } = report;
  const evaluationDate = dayOf(report.serverTime);
  const record = useMemo(
    () => ({
      schoolId: school.id,
      code: school.code,
      name: school.name,
      parentSchoolId: school.parentSchoolId,
      countedAsSchool: school.countedAsSchool,
    }),
    [school],
  );
  const [shareEvaluation] = useState(sharing<SchoolEvaluation>);
  const evaluation = useMemo(
    () => shareEvaluation(evaluateSchool(edition, { ...record, cells }, { evaluationDate })),
    [shareEvaluation, edition, cells, record, evaluationDate],
  );
  const sections = formOf(edition, settled);
  const definitions = useMemo(() => sections.flatMap(cellsOfSection), [sections]);
  const [shareFindings] = useState(sharing<readonly WeighedFinding[]>);
  const findings = useMemo(() => {
    const found = checkReport(edition, settled, {
      ...(lastYear === null ? {} : { lastYear }),
      ...(peers === null ? {} : { peers: peers.statistics as PeerStatistics }),
    });
    const formOrder = definitions.map((cell) => cell.key);
    return shareFindings(weighed(edition, found, checkReasons, formOrder));
  }, [shareFindings, edition, settled, definitions, lastYear, peers, checkReasons]);
  const counted = useMemo(
    () => ({
      progress: progressOf(definitions, settled),
      missing: definitions.filter((cell) => cell.required && settled[cell.key] === undefined),
    }),
    [definitions, settled],
  );
  const settledRecord = useMemo(() => ({ ...record, cells: settled }), [record, settled]);

  // What the person has before them, not what has just arrived: a value they have not seen is a conflict.
  const drawn = useRef(report);
  useLayoutEffect(() => {
    drawn.current = report;
  });
  const type = useCallback(
    (cell: CellDefinition, text: string) => {
      const parsed = readTyped(cell.item, text);
      const cleared = !parsed.ok && parsed.problem === 'empty';
      const { cells: stored, cellRevisions } = drawn.current;
      saver.type({
        cell: cell.key,
        text,
        value: parsed.ok ? parsed.value : cleared ? null : undefined,
        problem: parsed.ok || cleared ? null : parsed.problem,
        stored: { value: stored[cell.key] ?? null, revision: cellRevisions[cell.key] ?? 0 },
      });
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
      settled: settledRecord,
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
      settledRecord,
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
