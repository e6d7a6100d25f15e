import { classNames, useLanguage, useTexts } from '@junheng/ui/plain';
import { memo, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { cellsOfSection, type FormSection } from './model/form.ts';
import { progressOf } from './model/progress.ts';
import type { OpenReport } from './use-report.ts';
import { useWords } from './use-words.ts';

export interface SectionListProps {
  readonly open: OpenReport;
  readonly current: string;
}

/** The sections with how far each is and whether something in it wants attention. */
export const SectionList = memo(DrawnList);

function DrawnList({ open, current }: SectionListProps) {
  const { t } = useTexts('portal');
  const { language } = useLanguage();
  const list = useRef<HTMLElement>(null);
  // On a narrow page the list scrolls sideways: what one is in comes into its middle, whatever the language makes of its width.
  useEffect(() => {
    const strip = list.current;
    const link = strip?.querySelector<HTMLElement>('[aria-current]');
    if (strip && link) strip.scrollLeft = link.offsetLeft - (strip.clientWidth - link.offsetWidth) / 2;
  }, [current, language]);
  return (
    <nav className="sections" ref={list} aria-label={t('report.sections')}>
      <ol className="sections__list">
        {open.sections.map((section) => {
          const { filled, required } = progressOf(cellsOfSection(section), open.cells);
          return (
            <SectionLink
              key={section.id}
              id={section.id}
              current={section.id === current}
              filled={filled}
              required={required}
              attention={attentionIn(open, section)}
            />
          );
        })}
      </ol>
    </nav>
  );
}

interface SectionLinkProps {
  readonly id: string;
  readonly current: boolean;
  readonly filled: number;
  readonly required: number;
  readonly attention: number;
}

const SectionLink = memo(DrawnLink);

function DrawnLink({ id, current, filled, required, attention }: SectionLinkProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const done = filled === required;
  return (
    <li>
      <Link
        className={classNames('sections__link', current && 'sections__link--current')}
        aria-current={current ? 'step' : undefined}
        to={{ search: `?section=${id}` }}
      >
        <span className="sections__name">{words.section(id)}</span>
        {attention > 0 ? (
          <span className="sections__attention" title={t('report.sectionFindings', { count: attention })}>
            <span className="jh-visually-hidden">{t('report.sectionFindings', { count: attention })}</span>
          </span>
        ) : null}
        <span className={classNames('sections__count', done && 'sections__count--done')}>
          {done ? (
            <svg
              viewBox="0 0 16 16"
              width="16"
              height="16"
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              role="img"
              aria-label={t('report.sectionDone')}
            >
              <path d="M3 8.5 6.5 12 13 4.5" />
            </svg>
          ) : (
            t('report.sectionProgress', { filled, required })
          )}
        </span>
      </Link>
    </li>
  );
}

/** Findings that block or want a reason, open return reasons, refused texts and conflicts within a section. */
function attentionIn(open: OpenReport, section: FormSection): number {
  const keys = new Set(cellsOfSection(section).map((cell) => cell.key));
  const findings = open.findings.filter(
    ({ finding, weight }) => (weight === 'blocks' || weight === 'needs-reason') && keys.has(finding.cells[0] ?? ''),
  );
  const returns = open.report.returnReasons.filter(
    (reason) => reason.state === 'open' && reason.cell !== null && keys.has(reason.cell),
  );
  const refused = Object.entries(open.queue.edits).filter(([key, edit]) => edit.value === undefined && keys.has(key));
  const conflicts = Object.keys(open.queue.conflicts).filter((key) => keys.has(key));
  return findings.length + returns.length + refused.length + conflicts.length;
}
