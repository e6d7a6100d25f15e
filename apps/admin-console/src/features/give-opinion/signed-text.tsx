import type { Opinion, SignedOpinion } from '@junheng/api-contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../display/use-format.ts';
import { useReferenceName } from './use-reference-name.ts';

/** The text of a preliminary or a final opinion as it was signed. */
export function SignedText({ text }: { readonly text: SignedOpinion }) {
  const { t } = useTranslation('opinion');
  const { day, instant } = useFormat();
  const nameOf = useReferenceName();
  const { sections, findings, objectionsUntil, reportDueOn } = text;
  return (
    <div className="jc-opinion__text">
      <p className="jc-opinion__to">{t('text.to', { county: text.county.name })}</p>
      <Paragraphs text={text.basis} />
      <ol className="jc-opinion__parts">
        {sections.map((section) => (
          <li key={section.id}>
            <h3 className="jc-opinion__heading">{section.heading}</h3>
            {section.points.map((point) => (
              <Paragraphs key={point.id} text={point.text} />
            ))}
          </li>
        ))}
        {findings.length === 0 ? null : (
          <li>
            <h3 className="jc-opinion__heading">{t('text.findings')}</h3>
            <ol className="jc-opinion__findings">
              {findings.map(({ id, school, referenceId, fact, demand, dueOn, onSite }) => (
                <li key={id}>
                  <p className="jc-opinion__where">
                    {referenceId === null
                      ? (school?.name ?? t('finding.wholeCounty'))
                      : t('finding.of', {
                          where: school?.name ?? t('finding.wholeCounty'),
                          reference: nameOf(referenceId),
                        })}
                  </p>
                  <p>
                    <strong>{t('text.fact')}</strong>
                    {fact}
                  </p>
                  <p>
                    <strong>{t('text.demand')}</strong>
                    {demand}
                  </p>
                  <p>
                    <strong>{t('text.due')}</strong>
                    {day(dueOn)}
                  </p>
                  {onSite === null ? null : (
                    <p className="jc-opinion__source">
                      {t('text.from', { by: onSite.by, at: instant(onSite.signedAt) })} <code>{onSite.hash}</code>
                    </p>
                  )}
                </li>
              ))}
            </ol>
          </li>
        )}
      </ol>
      {objectionsUntil === null ? null : <p>{t('text.objectionsUntil', { day: day(objectionsUntil) })}</p>}
      {reportDueOn === null ? null : <p>{t('text.reportDue', { day: day(reportDueOn) })}</p>}
    </div>
  );
}

/** The four parts of a feedback opinion as it was signed. */
export function SignedFeedbackText({ text }: { readonly text: NonNullable<Opinion['feedback']>['content'] }) {
  const { t } = useTranslation('opinion');
  return (
    <div className="jc-opinion__text">
      <p className="jc-opinion__to">{t('text.to', { county: text.county.name })}</p>
      <h3 className="jc-opinion__heading">{t('feedback.part1')}</h3>
      <ol className="jc-opinion__findings">
        {text.conclusions.map(({ heading, text: conclusion }) => (
          <li key={heading}>
            <strong>{heading}</strong>
            <Paragraphs text={conclusion} />
          </li>
        ))}
      </ol>
      <h3 className="jc-opinion__heading">{t('feedback.part2')}</h3>
      <Paragraphs text={text.practice} />
      <h3 className="jc-opinion__heading">{t('feedback.part3')}</h3>
      <Paragraphs text={text.problems} />
      <h3 className="jc-opinion__heading">{t('feedback.part4')}</h3>
      <Paragraphs text={text.proposals} />
    </div>
  );
}

function Paragraphs({ text }: { readonly text: string }) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => (
      // Two lines may read the same.
      <p key={`${index} ${line}`} className="jc-opinion__paragraph">
        {line}
      </p>
    ));
}
