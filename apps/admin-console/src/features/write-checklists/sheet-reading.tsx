import type { ChecklistItem } from '@junheng/api-contract';
import { Button, useLanguage } from '@junheng/ui/plain';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../display/refusal-notice.tsx';
import { SheetChooser } from '../../display/sheet-import/sheet-chooser.tsx';
import { SheetProblems } from '../../display/sheet-import/sheet-problems.tsx';
import { checklistSheetUrl, readChecklistSheet } from '../../server/checklists.ts';

/** A checklist from Excel: what is wrong stands at its cell, and only a sheet without errors is taken into the form. */
export function SheetReading(props: {
  readonly regionId: string;
  readonly onTaken: (items: readonly ChecklistItem[]) => void;
}) {
  const { t } = useTranslation('checklists');
  const { language } = useLanguage();
  const reading = useMutation({ mutationFn: (sheet: File) => readChecklistSheet(props.regionId, sheet) });
  const read = reading.data;
  return (
    <section className="jc-part">
      <h2 className="jc-h2">{t('sheet.title')}</h2>
      <SheetChooser
        template={checklistSheetUrl(language)}
        help={t('sheet.templateHelp')}
        reading={reading.isPending}
        onSheet={reading.mutate}
      />
      <RefusalNotice error={reading.error} />
      {read === undefined ? null : (
        <>
          <SheetProblems
            fileName={read.fileName}
            counts={{ errors: read.findings.length, warnings: 0 }}
            summary={read.findings.length > 0 ? t('sheet.mend') : t('sheet.found', { count: read.items.length })}
            problems={read.findings.map((finding) => ({ ...finding, severity: 'error' as const }))}
            describe={({ code, facts }) => t(`sheet.finding.${code}`, { ...facts })}
          />
          {read.findings.length > 0 ? null : (
            <div>
              <Button
                onClick={() => {
                  props.onTaken(read.items);
                  reading.reset();
                }}
              >
                {t('sheet.take', { count: read.items.length })}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
