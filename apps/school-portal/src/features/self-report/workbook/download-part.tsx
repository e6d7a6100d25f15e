import { Button, Notice, useLanguage, useTexts } from '@junheng/ui/plain';
import { useEffect, useState } from 'react';
import { ownWorkbook } from '../../../api/report-workbooks.ts';
import { onTheWay } from '../model/work-list.ts';
import type { OpenReport } from '../use-report.ts';
import { saveAs } from './save-as.ts';
import { useFailureText } from './use-failure-text.ts';

type State = { readonly kind: 'idle' | 'busy' | 'done' } | { readonly kind: 'failed'; readonly text: string };

/** The first half: the report as a file. What was typed a moment ago goes out first, so that it is in it. */
export function DownloadPart({ open }: { readonly open: OpenReport }) {
  const { t } = useTexts('portal');
  const { language } = useLanguage();
  const failureText = useFailureText();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const { report, saver, queue } = open;
  const unsent = onTheWay(queue);

  useEffect(() => {
    saver.flush();
  }, [saver]);

  const download = async (): Promise<void> => {
    setState({ kind: 'busy' });
    try {
      saveAs(await ownWorkbook(report.id, language), `${report.school.name}-${report.round.year}.xlsx`);
      setState({ kind: 'done' });
    } catch (error) {
      setState({ kind: 'failed', text: failureText(error) });
    }
  };
  return (
    <section className="workbook__way" aria-labelledby="workbook-download">
      <h2 id="workbook-download" className="hand-in__title">
        {t('workbook.downloadTitle')}
      </h2>
      <p>{t('workbook.downloadText')}</p>
      {unsent > 0 ? <Notice tone="warning">{t('workbook.unsent', { count: unsent })}</Notice> : null}
      <div>
        <Button variant="primary" busy={state.kind === 'busy'} disabled={unsent > 0} onClick={() => void download()}>
          {t(state.kind === 'busy' ? 'workbook.downloading' : 'workbook.download')}
        </Button>
      </div>
      <div role="status" className="workbook__said">
        {state.kind === 'done' ? t('workbook.downloaded') : null}
      </div>
      {state.kind === 'failed' ? (
        <Notice tone="danger" role="alert">
          {t('workbook.failed', { reason: state.text })}
        </Notice>
      ) : null}
    </section>
  );
}
