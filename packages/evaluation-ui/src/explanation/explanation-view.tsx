import type { Edition, ExplanationNode } from '@junheng/evaluation-core';
import type { ReactNode } from 'react';
import { OutcomeMark } from '../outcome-mark.tsx';
import { readPath, summaryOf, waySteps, type ExplainedResult } from '../model/explanation-path.ts';
import { toneOfIndicator, toneOfOutcome, type Tone } from '../model/tone.ts';
import { useWords } from '../use-words.ts';
import type { CellOrigin } from './cell-origin.ts';
import { ChildList } from './child-list.tsx';
import { ExplanationCells } from './explanation-cells.tsx';
import { FormulaView } from './explanation-formula.tsx';
import { nodeLabel, nodeTitle } from './node-title.ts';
import { unitsAt } from './number-units.ts';
import { shownValue } from './shown-numbers.ts';

export interface ExplanationViewProps {
  readonly node: ExplanationNode;
  readonly origins: readonly CellOrigin[];
  readonly result: ExplainedResult;
  readonly edition: Edition;
  readonly schoolName: (schoolId: string) => string | null;
  readonly formatInstant: (iso: string) => string;
  readonly evidenceAddress?: (selfReportId: string, evidenceId: string) => string;
  readonly onOpen: (path: string) => void;
  /** Which nodes may be opened, for whom not all may be; the way leads only through those. */
  readonly mayOpen?: (path: string) => boolean;
  /** The parts of an indicator (its amount, share and pupils) are shown in place: the app renders each by its address. */
  readonly renderPart?: (path: string) => ReactNode;
  /** `part`: inside another explanation; smaller, without the way. */
  readonly place?: 'whole' | 'part';
}

/** Kinds that say little by themselves and belong under the number they make up. */
const inlineKinds: ReadonlySet<string> = new Set(['quantity', 'share', 'pupils']);

export function ExplanationView(props: ExplanationViewProps) {
  const { node, result, edition, place = 'whole', renderPart } = props;
  const { t, language } = useWords();
  const { title, of } = nodeTitle(language, result, node.path, props.schoolName);
  const units = unitsAt(language, edition, node.path, node.formula?.template ?? null);
  const unit = node.exact === null ? '' : units.result(node.exact);
  const inline =
    renderPart === undefined ? [] : node.children.filter((path) => inlineKinds.has(readPath(path)?.kind ?? ''));
  const listed = node.children.filter((path) => !inline.includes(path));
  return (
    <article className={`ev-why-view ev-why-view--${place}`}>
      {place === 'whole' ? <Way {...props} path={node.path} /> : null}
      <header className="ev-why-view__head">
        <div>
          <p className="ev-why-view__title">{title}</p>
          <p className="ev-muted">{of}</p>
        </div>
        <div className="ev-why-view__result">
          {node.value === null ? null : (
            <span className="ev-why-view__number">
              {shownValue(node.value, digitsOf(edition, node))}
              {unit === '' ? null : <span className="ev-why-view__unit"> {unit}</span>}
            </span>
          )}
          {node.outcome === null ? null : <OutcomeMark tone={toneOfNode(node, result)} />}
        </div>
      </header>
      {node.complete ? null : <p className="ev-flag ev-flag--block">{t('explanation.incomplete')}</p>}
      {node.formula === null ? null : <FormulaView formula={node.formula} outcome={node.outcome} units={units} />}
      {inline.map((path) => (
        <div key={path}>{renderPart?.(path)}</div>
      ))}
      {node.cells.length === 0 ? null : (
        <section>
          <h4 className="ev-why-view__section">{t('explanation.cells')}</h4>
          <ExplanationCells {...props} cells={node.cells} />
        </section>
      )}
      {listed.length === 0 ? null : (
        <section>
          <h4 className="ev-why-view__section">{t('explanation.madeOf')}</h4>
          <ChildList
            parent={node.path}
            paths={listed}
            result={result}
            edition={edition}
            schoolName={props.schoolName}
            onOpen={props.onOpen}
          />
        </section>
      )}
      {node.source === null || place === 'part' ? null : (
        <p className="ev-why-view__source">
          {t('explanation.source')} {node.source.document}
          {node.source.clause === null ? null : ` ${node.source.clause}`}
          <span className="ev-flag">{t(`explanation.confidence.${node.source.confidence}`)}</span>
        </p>
      )}
    </article>
  );
}

function digitsOf(edition: Edition, node: ExplanationNode): number {
  // Enough to see the difference; the exact value stands in the formula.
  return node.kind === 'cv' ? 6 : Math.max(4, edition.display.indicatorDecimals);
}

function toneOfNode(node: ExplanationNode, result: ExplainedResult): Tone {
  const outcome = node.outcome ?? 'not-applicable';
  const { aboveFloor } = summaryOf(result, node.path);
  return node.kind === 'indicator' ? toneOfIndicator({ outcome, aboveFloor }) : toneOfOutcome(outcome);
}

function Way(props: {
  readonly path: string;
  readonly result: ExplainedResult;
  readonly schoolName: (schoolId: string) => string | null;
  readonly onOpen: (path: string) => void;
  readonly mayOpen?: (path: string) => boolean;
}) {
  const { t, language } = useWords();
  const steps = waySteps(props.path).filter((step) => props.mayOpen?.(step) ?? true);
  if (steps.length === 0) return null;
  return (
    <nav aria-label={t('explanation.way')}>
      <ol className="ev-way">
        {steps.map((step) => (
          <li key={step}>
            <button type="button" onClick={() => props.onOpen(step)}>
              {nodeLabel(language, props.result, step, props.schoolName)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
