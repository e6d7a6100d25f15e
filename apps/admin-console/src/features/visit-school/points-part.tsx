import { siteJudgements, type VisitChecklist } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Button, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { EntryField } from './entry-field.tsx';
import { readCount, readScore, readText, scoreByDeductions } from './model/visit-entry-text.ts';
import type { OpenVisit } from './use-visit.ts';

type Point = VisitChecklist['points'][number];

/** What no number shows (赋分): each inspector judges for themselves; what others gave is seen once the visit is signed. */
export function PointsPart({ open }: { readonly open: OpenVisit }) {
  const { t } = useTranslation('visit');
  const { points } = open.visit.checklist;
  return (
    <section className="vs-part" id="judge" aria-labelledby="judge-title">
      <h2 id="judge-title">{t('points.title')}</h2>
      <p className="vs-muted">{t('points.help')}</p>
      <ol className="vs-list">
        {points.map((point) => (
          <JudgedPoint key={point.point} open={open} point={point} />
        ))}
      </ol>
    </section>
  );
}

function JudgedPoint({ open, point }: { readonly open: OpenVisit; readonly point: Point }) {
  const { t } = useTranslation('visit');
  const { language } = useLanguage();
  const { requirementId, pointId, maximum, clause, evidence } = point;
  const own = `${open.inspector.personId}/${point.point}`;
  const name =
    pointId === null
      ? words(language, `requirement.${requirementId}`)
      : words(language, `point.${requirementId}.${pointId}`);
  return (
    <li className="vs-card">
      <h3>{name}</h3>
      <p className="vs-muted">
        {[
          ...(clause === null ? [] : [clause]),
          ...(maximum === null ? [] : [t('points.maximum', { maximum })]),
          ...evidence.map((key) => words(language, `evidence.${key}`)),
        ].join(' · ')}
      </p>
      <Deductions open={open} point={point} own={own} />
      {maximum === null ? (
        <EntryField
          open={open}
          entry={`score:${own}`}
          label={t('points.judgement')}
          read={readText}
          options={siteJudgements.map((value) => ({ value, label: t(`points.${value}`) }))}
          show={(value) => t(`points.${value}`)}
        />
      ) : (
        <EntryField
          open={open}
          entry={`score:${own}`}
          label={t('points.score', { maximum })}
          kind="number"
          maximum={maximum}
          read={(text) => readScore(maximum, text)}
        />
      )}
      <EntryField open={open} entry={`score-note:${own}`} label={t('points.note')} kind="area" read={readText} />
      <OtherScores open={open} point={point.point} />
    </li>
  );
}

function Deductions({ open, point, own }: { readonly open: OpenVisit; readonly point: Point; readonly own: string }) {
  const { t } = useTranslation('visit');
  const { language } = useLanguage();
  if (point.deductions.length === 0) return null;
  const left = scoreByDeductions(point, (id) => open.textOf(`deduction:${own}/${id}`) || null);
  const entry = `score:${own}`;
  const stored = open.visit.entries[entry];
  return (
    <div className="vs-deductions">
      {point.deductions.map(({ id, each }) => (
        <EntryField
          key={id}
          open={open}
          entry={`deduction:${own}/${id}`}
          label={words(language, `deduction.${point.requirementId}.${point.pointId ?? ''}.${id}`)}
          help={each === null ? t('points.eachUnset') : t('points.each', { each })}
          kind="number"
          read={readCount}
        />
      ))}
      {left === null || !open.visit.may.record ? null : (
        <Button
          size="small"
          onClick={() =>
            open.saver.type({
              cell: entry,
              text: left,
              value: left,
              problem: null,
              stored: { value: stored?.value ?? null, revision: stored?.revision ?? 0 },
            })
          }
        >
          {t('points.takeLeft', { left })}
        </Button>
      )}
    </div>
  );
}

function OtherScores({ open, point }: { readonly open: OpenVisit; readonly point: string }) {
  const { t } = useTranslation('visit');
  const others = open.visit.team
    .filter(({ personId }) => personId !== open.inspector.personId)
    .flatMap(({ personId, name }) => {
      const given = open.visit.entries[`score:${personId}/${point}`]?.value;
      const note = open.visit.entries[`score-note:${personId}/${point}`]?.value;
      return given === undefined ? [] : [{ personId, name, given, note }];
    });
  if (others.length === 0) return null;
  return (
    <ul className="vs-others" aria-label={t('points.others')}>
      {others.map(({ personId, name, given, note }) => (
        <li key={personId}>
          {name}: {t(`points.${given}`, { defaultValue: given })}
          {note === undefined ? null : <span className="vs-muted"> {note}</span>}
        </li>
      ))}
    </ul>
  );
}
