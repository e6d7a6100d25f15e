import { Dialog, useTexts } from '@junheng/ui/plain';
import { memo, useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import type { Saver } from '@junheng/offline-journal';
import { CheckList } from './check-list.tsx';
import { IndicatorList } from './indicator-list.tsx';
import { urgentCount, workGroups } from './model/work-list.ts';
import { SaveStatus } from './save-status.tsx';
import type { OpenReport } from './use-report.ts';

interface PanelProps {
  readonly open: OpenReport;
  readonly onJump: (cell: string) => void;
}
type Tab = 'indicators' | 'checks';

function useTabs(open: OpenReport): { id: Tab; label: string }[] {
  const { t } = useTexts('portal');
  const stages = open.evaluation.stages;
  const met = stages.reduce((sum, stage) => sum + stage.metCount, 0);
  const total = stages.reduce((sum, stage) => sum + stage.metCount + stage.unmetCount + stage.undeterminedCount, 0);
  const urgent = urgentCount(workGroups(open));
  return [
    { id: 'indicators', label: total === 0 ? t('report.indicators') : t('report.indicatorsCount', { met, total }) },
    { id: 'checks', label: urgent === 0 ? t('report.checks') : t('report.checksCount', { count: urgent }) },
  ];
}

/** In sight wherever the page is scrolled to. Only one of the two panels is shown, so it is announced once. */
const WorkStatus = memo(function DrawnStatus({ saver, fills }: { readonly saver: Saver; readonly fills: boolean }) {
  return fills ? <SaveStatus saver={saver} /> : null;
});

interface SidePanelProps extends PanelProps {
  /** The same a moment ago: what need not follow at once. */
  readonly around: OpenReport;
}

/** Beside the form on a desk: where the school stands, and what the checks say. */
export function SidePanel({ open, around, onJump }: SidePanelProps) {
  const { t } = useTexts('portal');
  const [tab, setTab] = useState<Tab>('indicators');
  const id = useId();
  // The form comes first; what stands beside it is drawn when its cells can be used.
  const ready = useDeferredValue(true, false);
  return (
    <aside className="side-panel" aria-label={t('report.panel')}>
      <WorkStatus saver={open.saver} fills={open.report.may.fill} />
      <Tabs open={around} id={id} tab={tab} onTab={setTab} />
      {/* It scrolls by itself: without a place for the focus, keys could not. */}
      <div
        className="side-panel__content"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
        tabIndex={0}
      >
        {!ready ? null : tab === 'indicators' ? (
          <IndicatorList open={open} onJump={onJump} />
        ) : (
          <CheckList open={around} onJump={onJump} />
        )}
      </div>
    </aside>
  );
}

interface TabsProps {
  readonly open: OpenReport;
  readonly id: string;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
}

const Tabs = memo(function DrawnTabs({ open, id, tab, onTab }: TabsProps) {
  const { t } = useTexts('portal');
  // The keys of tabs: arrows change, and the focus goes along.
  const step = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = tab === 'indicators' ? 'checks' : 'indicators';
    onTab(other);
    event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-tab="${other}"]`)?.focus();
  };
  return (
    <div className="side-panel__tabs" role="tablist" aria-label={t('report.panel')}>
      {useTabs(open).map((each) => (
        <button
          key={each.id}
          type="button"
          role="tab"
          className="side-panel__tab"
          data-tab={each.id}
          id={`${id}-${each.id}`}
          aria-selected={each.id === tab}
          aria-controls={`${id}-panel`}
          tabIndex={each.id === tab ? 0 : -1}
          onClick={() => onTab(each.id)}
          onKeyDown={step}
        >
          {each.label}
        </button>
      ))}
    </div>
  );
});

/** The same on a phone: two buttons at the thumb, each opening a sheet. */
export const BottomPanel = memo(function DrawnBottom({ open, onJump }: PanelProps) {
  const { t } = useTexts('portal');
  const [shown, setShown] = useState<Tab | null>(null);
  const tabs = useTabs(open);
  const jump = (cell: string): void => {
    setShown(null);
    onJump(cell);
  };
  return (
    <div className="bottom-panel">
      <WorkStatus saver={open.saver} fills={open.report.may.fill} />
      {tabs.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          className="bottom-panel__button"
          aria-haspopup="dialog"
          onClick={() => setShown(id)}
        >
          {label}
        </button>
      ))}
      <Dialog
        shape="sheet"
        open={shown !== null}
        title={
          shown === 'checks' ? t('checks.title') : t('indicators.title', { number: open.edition.indicators.length })
        }
        onClose={() => setShown(null)}
      >
        {shown === null ? null : shown === 'checks' ? (
          <CheckList open={open} onJump={jump} />
        ) : (
          <IndicatorList open={open} onJump={jump} />
        )}
      </Dialog>
    </div>
  );
});
