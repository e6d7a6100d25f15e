import type { EvaluationSummary } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Button, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';

/** A run of this or another round of the county. */
export interface ChoosableRun extends EvaluationSummary {
  /** The year and kind of its round, in words. */
  readonly roundName: string;
}

export interface RunChoiceProps {
  readonly runs: readonly ChoosableRun[];
  readonly before: string;
  readonly after: string;
  readonly onChoose: (before: string, after: string) => void;
}

/** Which two runs stand beside each other. */
export function RunChoice({ runs, before, after, onChoose }: RunChoiceProps) {
  const { t } = useTranslation('compare');
  const { language } = useLanguage();
  const { instant } = useFormat();
  const nameOf = (run: ChoosableRun) =>
    `${run.roundName} · ${t('run', { at: instant(run.ranAt), by: run.ranBy, version: run.dataSet.version })} · ${words(language, `edition.${run.editionId}`)}`;
  const select = (label: string, value: string, choose: (id: string) => void) => (
    <label className="jc-compare__run">
      {label}
      <select className="jh-input" value={value} onChange={(event) => choose(event.target.value)}>
        {value === '' ? <option value="">{t('choose')}</option> : null}
        {runs.map((run) => (
          <option key={run.id} value={run.id}>
            {nameOf(run)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className="jc-surface jc-padded jc-compare__choice">
      {select(t('before'), before, (id) => onChoose(id, after))}
      <Button size="small" onClick={() => onChoose(after, before)}>
        {t('swap')}
      </Button>
      {select(t('after'), after, (id) => onChoose(before, id))}
    </div>
  );
}
