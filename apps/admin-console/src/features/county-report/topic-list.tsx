import { expectedAttainments, type CountyReport } from '@junheng/api-contract';
import type { Edition } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { HistorySubject } from './entry-history-panel.tsx';
import { EntryState } from './entry-state.tsx';
import { HistoryButton } from './history-button.tsx';
import { WordsInput } from './entry-field.tsx';
import { idOfTopic, remarkKey } from './model/county-entries.ts';
import { topicText } from './model/topic-text.ts';
import { ReturnedHere, type ReturnedHereProps } from './returned-here.tsx';
import { TopicEvidence } from './topic-evidence.tsx';
import type { EntrySaving } from './use-entry-saving.ts';

export interface TopicListProps {
  readonly edition: Edition;
  /** Indicators and requirements. */
  readonly topics: readonly string[];
  readonly report: CountyReport;
  readonly saving: EntrySaving;
  readonly locked: boolean;
  readonly onHistory: (subject: HistorySubject) => void;
  readonly onReturn: ReturnedHereProps['onReturn'];
}

/** What the section says of each of its indicators: 预计达成情况, 后续工作举措, 备注, and what proves it (佐证材料). */
export function TopicList({ edition, topics, report, saving, locked, onHistory, onReturn }: TopicListProps) {
  const { t } = useTranslation('county');
  const { language } = useLanguage();
  return (
    <ul className="jc-county__topics">
      {topics.map((topic) => {
        const [expected, steps, remark] = [
          remarkKey(topic, 'expected'),
          remarkKey(topic, 'steps'),
          remarkKey(topic, 'remark'),
        ];
        const id = idOfTopic(topic);
        return (
          <li key={topic} className="jc-county__topic">
            <div className="jc-county__name">
              {id.length > 3 ? null : <b>{id} </b>}
              {topicText(language, edition, topic)}
            </div>
            <div className="jc-county__remarks">
              <select
                className="jh-input"
                aria-label={`${words(language, 'county-overview.column.expected')} · ${id}`}
                disabled={locked}
                value={saving.valueOf(expected) ?? ''}
                onChange={(event) => saving.put(expected, event.target.value === '' ? null : event.target.value)}
              >
                <option value="">{t('expectedUnsaid')}</option>
                {expectedAttainments.map((each) => (
                  <option key={each} value={each}>
                    {words(language, `county-expected.${each}`)}
                  </option>
                ))}
              </select>
              <WordsInput
                entry={steps}
                saving={saving}
                locked={locked}
                label={words(language, 'county-overview.column.steps')}
                rows={2}
              />
              <WordsInput
                entry={remark}
                saving={saving}
                locked={locked}
                label={words(language, 'county-overview.column.remark')}
                rows={1}
              />
              <ReturnedHere
                report={report}
                anchors={[steps, expected, remark]}
                name={`${words(language, 'county-overview.column.steps')} · ${id}`}
                onReturn={onReturn}
              />
              <TopicEvidence edition={edition} report={report} topic={topic} locked={locked} onReturn={onReturn} />
              <HistoryButton
                report={report}
                subject={{ title: topicText(language, edition, topic), entries: [expected, steps, remark] }}
                onHistory={onHistory}
              />
              {[expected, steps, remark].map((entry) => (
                <EntryState key={entry} entry={entry} saving={saving} shown={(value) => value} />
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
