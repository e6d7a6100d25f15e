import { Button, ProgressBar, useLanguage, useTexts, type Texts } from '@junheng/ui/plain';
import { text } from '@junheng/evaluation-messages/plain';
import type { EvidenceList } from '../../../api/types.ts';
import { isFinal, sizeText } from '../model/shown-file.ts';
import type { Upload, UploadQueue } from '../model/upload-queue.ts';

export interface UploadRowsProps {
  readonly uploads: readonly Upload[];
  readonly queue: UploadQueue;
  readonly limits: EvidenceList['limits'];
}

type OwnWords = (t: Texts['t'], size: number, limits: EvidenceList['limits']) => string;

/** Refusals for a limit say what it is. */
const ownWords: Readonly<Record<string, OwnWords | undefined>> = {
  'evidence.too-large': (t, size, { bytesPerFile }) =>
    t('evidence.tooLarge', { size: sizeText(size), limit: sizeText(bytesPerFile) }),
  'evidence.too-many': (t, _, { filesPerReport }) => t('evidence.tooMany', { count: filesPerReport }),
  'evidence.total-exceeded': (t, _, { bytesPerReport }) =>
    t('evidence.totalExceeded', { limit: sizeText(bytesPerReport) }),
};

/** Files on their way, each with how far it is and what holds it up. */
export function UploadRows({ uploads, ...rest }: UploadRowsProps) {
  const { t } = useTexts('portal');
  if (uploads.length === 0) return null;
  return (
    <ul className="evidence__list" aria-label={t('evidence.underWay')}>
      {uploads.map((upload) => (
        <UploadRow key={upload.file.id} upload={upload} {...rest} />
      ))}
    </ul>
  );
}

function UploadRow({ upload, queue, limits }: { readonly upload: Upload } & Omit<UploadRowsProps, 'uploads'>) {
  const { t } = useTexts('portal');
  const { language } = useLanguage();
  const { file, state, kept } = upload;
  const { size } = file.file;
  const sent = state.kind === 'sending' ? state.sent : 0;
  const over = state.kind === 'refused' || state.kind === 'same';
  const resumable =
    state.kind === 'paused' || state.kind === 'offline' || (state.kind === 'refused' && !isFinal(state.code));
  return (
    <li className={`evidence-file evidence-file--${state.kind}`}>
      <span className="evidence-file__kind" aria-hidden="true">
        ↑
      </span>
      <div className="evidence-file__text">
        <span className="evidence-file__name">{file.name}</span>
        {state.kind === 'sending' ? (
          <ProgressBar done={sent} total={size} label={t('evidence.progressOf', { name: file.name })} />
        ) : null}
        <span className="evidence-file__note">
          {state.kind === 'refused'
            ? (ownWords[state.code]?.(t, size, limits) ?? text(language, `problem.${state.code}`))
            : t(`evidence.state.${state.kind}`, {
                sent: sizeText(sent),
                size: sizeText(size),
                as: state.kind === 'same' ? state.as : '',
              })}
          {state.kind === 'offline' ? ` ${t(kept ? 'evidence.kept' : 'evidence.notKept')}` : null}
        </span>
      </div>
      <div className="evidence-file__actions">
        {state.kind === 'sending' || state.kind === 'waiting' ? (
          <Button
            size="small"
            aria-label={t('evidence.pauseOf', { name: file.name })}
            onClick={() => queue.pause(file.id)}
          >
            {t('evidence.pause')}
          </Button>
        ) : null}
        {resumable ? (
          <Button
            size="small"
            aria-label={t(state.kind === 'refused' ? 'evidence.retryOf' : 'evidence.resumeOf', { name: file.name })}
            onClick={() => queue.resume(file.id)}
          >
            {t(state.kind === 'refused' ? 'evidence.retry' : 'evidence.resume')}
          </Button>
        ) : null}
        <Button
          size="small"
          variant="quiet"
          aria-label={t(over ? 'evidence.dismissOf' : 'evidence.cancelOf', { name: file.name })}
          onClick={() => queue.cancel(file.id)}
        >
          {t(over ? 'evidence.dismiss' : 'evidence.cancel')}
        </Button>
      </div>
    </li>
  );
}
