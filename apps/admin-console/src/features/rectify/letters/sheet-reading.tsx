import type { FeedbackLetterReading } from '@junheng/api-contract';
import { useLanguage } from '@junheng/ui/plain';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../display/refusal-notice.tsx';
import { SheetAgreement } from '../../../display/sheet-import/sheet-agreement.tsx';
import { SheetChooser } from '../../../display/sheet-import/sheet-chooser.tsx';
import { SheetProblems } from '../../../display/sheet-import/sheet-problems.tsx';
import { letterSheetUrl, readLetterSheet } from '../../../server/feedback-letters.ts';

export interface SheetReadingProps {
  readonly countyId: string;
  /** Somebody has seen what was read, and takes it into the form. */
  readonly onTaken: (reading: FeedbackLetterReading) => void;
}

/** A list of problems from Excel: what is wrong stands at its row and cell, and only a whole sheet without errors is taken. */
export function SheetReading({ countyId, onTaken }: SheetReadingProps) {
  const { t } = useTranslation('letters');
  const { language } = useLanguage();
  const [read, setRead] = useState<FeedbackLetterReading | null>(null);
  const reading = useMutation({ mutationFn: (sheet: File) => readLetterSheet(countyId, sheet), onSuccess: setRead });
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('sheet.title')}</h2>
      <SheetChooser
        template={letterSheetUrl(language)}
        help={t('sheet.templateHelp')}
        reading={reading.isPending}
        onSheet={reading.mutate}
      />
      <RefusalNotice error={reading.error} />
      {read === null ? null : (
        <>
          <SheetProblems
            fileName={read.fileName}
            counts={read.counts}
            summary={`${t('sheet.found', { ...read.counts })} ${t(read.counts.errors > 0 ? 'sheet.mend' : 'sheet.nothing')}`}
            problems={read.findings}
            describe={({ code, facts }) => t(`sheet.finding.${code}`, { ...facts })}
          />
          {read.problems.length === 0 ? null : (
            <SheetAgreement
              key={reading.submittedAt}
              warnings={read.counts.warnings}
              agreement={t('sheet.agree', { count: read.counts.warnings })}
              action={t('sheet.take', { count: read.counts.problems })}
              onAgreed={() => {
                onTaken(read);
                setRead(null);
              }}
            />
          )}
        </>
      )}
    </section>
  );
}
