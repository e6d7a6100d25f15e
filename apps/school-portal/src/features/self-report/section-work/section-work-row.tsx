import { Button, classNames, ProgressBar, SelectField, StatusTag, TextField, useTexts } from '@junheng/ui/plain';
import { Link } from 'react-router';
import type { SectionWork, SectionWorkList } from '../../../api/types.ts';
import { useDates } from '../use-dates.ts';
import { useWords } from '../use-words.ts';

export interface SectionWorkRowProps {
  readonly reportId: string;
  readonly work: SectionWork;
  readonly list: SectionWorkList;
  readonly personId: string;
  readonly busy: boolean;
  readonly onAssign: (personId: string | null, internalDate: string | null) => void;
  readonly onFinish: (finished: boolean) => void;
}

/** One section: how far it is, whose it is and by when; for the principal with the means to change that. */
export function SectionWorkRow({ reportId, work, list, personId, busy, onAssign, onFinish }: SectionWorkRowProps) {
  const { t } = useTexts('portal');
  const words = useWords();
  const dates = useDates();
  const { section, assignee, internalDate } = work;
  const mine = assignee?.personId === personId;
  const gone = assignee !== null && !assignee.here;
  const name = words.section(section);
  const people = list.people.map((person) => ({ value: person.personId, label: person.displayName }));
  return (
    <li className={classNames('jh-card section-work__row', mine && 'section-work__row--mine')}>
      <div className="section-work__head">
        <Link className="section-work__name" to={`/reports/${reportId}?section=${section}`}>
          {name}
        </Link>
        {mine ? <StatusTag tone="info">{t('sectionWork.mine')}</StatusTag> : null}
        {gone ? <StatusTag tone="warning">{t('sectionWork.gone', { name: assignee.displayName })}</StatusTag> : null}
        {work.finishedAt === null ? null : (
          <StatusTag tone={work.changedSince ? 'warning' : 'success'}>
            {t(work.changedSince ? 'sectionWork.changedSince' : 'sectionWork.finished', {
              at: dates.moment(work.finishedAt),
            })}
          </StatusTag>
        )}
      </div>
      <div className="section-work__progress">
        <p>
          {t('due.filled', { filled: work.filled, required: work.required })}
          {work.faults > 0 ? (
            <span className="section-work__faults"> · {t('sectionWork.faults', { count: work.faults })}</span>
          ) : null}
        </p>
        <ProgressBar done={work.filled} total={work.required} label={t('due.progress')} />
      </div>
      {list.mayAssign ? (
        <div className="section-work__fields">
          <SelectField
            label={t('sectionWork.who')}
            aria-label={t('sectionWork.whoOf', { section: name })}
            value={assignee?.here === true ? assignee.personId : ''}
            disabled={busy}
            options={[{ value: '', label: t('sectionWork.nobody') }, ...people]}
            onChange={(event) => onAssign(event.target.value === '' ? null : event.target.value, internalDate)}
          />
          {assignee?.here === true ? (
            <TextField
              key={internalDate ?? ''}
              label={t('sectionWork.date')}
              aria-label={t('sectionWork.dateOf', { section: name })}
              type="date"
              max={list.deadline}
              defaultValue={internalDate ?? ''}
              onBlur={(event) => {
                const next = event.target.value === '' ? null : event.target.value;
                if (next !== internalDate) onAssign(assignee.personId, next);
              }}
            />
          ) : null}
        </div>
      ) : assignee === null || gone ? null : (
        <p className="section-work__who">
          {internalDate === null
            ? t('sectionWork.by', { name: assignee.displayName })
            : t('sectionWork.byWhen', { name: assignee.displayName, date: dates.day(internalDate) })}
        </p>
      )}
      {mine ? (
        <Button
          variant={work.finishedAt === null ? 'primary' : 'quiet'}
          disabled={busy}
          onClick={() => onFinish(work.finishedAt === null)}
        >
          {t(work.finishedAt === null ? 'sectionWork.finish' : 'sectionWork.reopen')}
        </Button>
      ) : null}
    </li>
  );
}
