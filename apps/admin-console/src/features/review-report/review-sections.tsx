import { text as words } from '@junheng/evaluation-messages';
import { useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { ReviewSection } from './model/review-lines.ts';
import type { ReturnMarks } from './model/return-marks.ts';
import type { Reply } from './line-remarks.tsx';
import { ReviewLineRow } from './review-line-row.tsx';

export interface ReviewSectionsProps {
  readonly reportId: string;
  readonly sections: readonly ReviewSection[];
  readonly openCell: string | null;
  readonly onHistory: (cell: string) => void;
  readonly onReply: Reply | null;
  readonly marks: ReturnMarks;
  /** Null where the person may not return the report. */
  readonly onMark: ((cell: string, reason: string | null) => void) | null;
}

/** The form, section by section. */
export function ReviewSections(props: ReviewSectionsProps) {
  const { sections, openCell, onHistory, onReply, marks, onMark } = props;
  const { t } = useTranslation('review');
  const { language } = useLanguage();
  return (
    <div className="ev-scroll jc-surface">
      <table className="ev-table jc-table jc-review">
        <caption className="jh-visually-hidden">{t('column.item')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.item')}</th>
            <th scope="col" className="ev-table__number">
              {t('column.value')}
            </th>
            <th scope="col" className="ev-table__number">
              {t('column.lastYear')}
            </th>
            <th scope="col" className="ev-table__number">
              {t('column.change')}
            </th>
            <th scope="col" className="ev-table__number" title={t('bandOf')}>
              {t('column.band')}
            </th>
            <th scope="col" className="jc-review__remarks">
              {t('column.remarks')}
            </th>
            {onMark === null ? null : (
              <th scope="col" className="jc-line__mark">
                {t('column.mark')}
              </th>
            )}
          </tr>
        </thead>
        {sections.map((section) => (
          <tbody key={section.id}>
            <tr className="jc-review__section">
              <th scope="rowgroup" colSpan={onMark === null ? 6 : 7}>
                {words(language, `section.${section.id}`)}
              </th>
            </tr>
            {section.lines.map((line) => (
              <ReviewLineRow
                key={line.cell}
                reportId={props.reportId}
                line={line}
                open={line.cell === openCell}
                onHistory={onHistory}
                onReply={onReply}
                marking={
                  onMark === null
                    ? null
                    : {
                        reason: marks[line.cell],
                        onMark: (reason) => onMark(line.cell, reason),
                        onUnmark: () => onMark(line.cell, null),
                      }
                }
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
