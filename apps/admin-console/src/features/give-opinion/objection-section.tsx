import type { Opinion } from '@junheng/api-contract';
import { Notice } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';
import { AnswerView } from './answer-view.tsx';
import { targetsOf } from './model/opinion-draft.ts';
import { ObjectionForm } from './objection-form.tsx';

/** The county's objection: to be written, kept as a draft after its time, or handed in with its answers. */
export function ObjectionSection({ opinion }: { readonly opinion: Opinion }) {
  const { t } = useTranslation('opinion');
  const { instant } = useFormat();
  const { objection, objectionDraft, preliminary, objectionsEndAt, may, status } = opinion;
  if (preliminary === null || objectionsEndAt === null) return null;
  const at = instant(objectionsEndAt);
  if (may.object) {
    return <ObjectionForm opinion={opinion} targets={targetsOf(preliminary.content)} until={at} />;
  }
  if (objection !== null) {
    if (may.answer) return null;
    return (
      <section className="jc-part">
        <h2 className="jc-h2">{t('answer.title')}</h2>
        <p className="ev-muted">
          {t('document.submitted', { by: objection.content.signedBy, at: instant(objection.content.signedAt) })}
        </p>
        {opinion.answers === null ? <Notice>{t('answer.waiting')}</Notice> : null}
        <ol className="jc-plainlist jc-opinion__answers">
          {objection.content.points.map((point) => (
            <AnswerView
              key={point.id}
              point={point}
              target={targetsOf(preliminary.content).find(({ id }) => id === point.target) ?? null}
              answer={opinion.answers?.find(({ objectionId }) => objectionId === point.id) ?? null}
            />
          ))}
        </ol>
      </section>
    );
  }
  if (objectionDraft !== null && objectionDraft.length > 0) {
    return (
      <section className="jc-part">
        <h2 className="jc-h2">{t('objection.draftKept')}</h2>
        <Notice tone="warning">
          {t('objection.over', { at })} {t('objection.draftKeptHelp')}
        </Notice>
        <ol className="jc-plainlist jc-opinion__answers">
          {objectionDraft.map((point) => (
            <AnswerView
              key={point.id}
              point={point}
              target={targetsOf(preliminary.content).find(({ id }) => id === point.target) ?? null}
              answer={null}
            />
          ))}
        </ol>
      </section>
    );
  }
  if (status !== 'issued') return null;
  return <Notice>{may.receive ? t('objection.over', { at }) : t('objection.waiting', { at })}</Notice>;
}
