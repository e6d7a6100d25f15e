import type { PersonDetail } from '@junheng/api-contract';
import { Button, Notice, PageHeader, StatusTag } from '@junheng/ui/plain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../display/use-format.ts';
import { ConfirmActDialog } from './confirm-act-dialog.tsx';
import { EndRoleDialog } from './end-role-dialog.tsx';
import { GiveRoleDialog } from './give-role-dialog.tsx';
import { LockDialog } from './lock-dialog.tsx';
import type { Places } from './model/grant-form.ts';
import { PersonHistory } from './person-history.tsx';
import { PersonRoles } from './person-roles.tsx';
import { RenamePersonDialog } from './rename-person-dialog.tsx';
import { ResetLinkDialog } from './reset-link-dialog.tsx';

export interface PersonPageProps {
  readonly person: PersonDetail;
  /** Null while they are not known, and for whoever gives no roles. */
  readonly places: Places | null;
  readonly own: boolean;
}

type Act = 'rename' | 'reset' | 'lock' | 'factor' | 'sessions' | 'regrant' | 'give';

/** One person: what they may do where and until when, what can be done about their account, and what was done. */
export function PersonPage({ person, places, own }: PersonPageProps) {
  const { t } = useTranslation(['people', 'display']);
  const { instant } = useFormat();
  const [act, setAct] = useState<Act | null>(null);
  const [ending, setEnding] = useState<string | null>(null);
  const close = () => {
    setAct(null);
    setEnding(null);
  };
  const manages = person.manageable && places !== null;
  const grant = person.grants.find(({ id }) => id === ending);
  const offered: readonly Act[] = [
    'rename',
    ...(own ? [] : (['reset', 'sessions'] as const)),
    ...(person.secondFactor && !own ? (['factor'] as const) : []),
    ...(own ? [] : (['lock'] as const)),
  ];
  return (
    <div className="jc-stack">
      <PageHeader
        above={<Link to="/people">{t('page.back')}</Link>}
        title={person.displayName}
        subtitle={person.login}
        tags={
          person.locked ? (
            <StatusTag tone="danger">{t('locked')}</StatusTag>
          ) : person.grants.length === 0 ? (
            <StatusTag tone="warning">{t('noGrant')}</StatusTag>
          ) : undefined
        }
      />
      {person.locked && person.lockReason !== null ? (
        <Notice tone="warning">{t('page.lockReason', { reason: person.lockReason })}</Notice>
      ) : null}
      {manages ? (
        <div className="jc-filters" role="group" aria-label={t('page.acts')}>
          {offered.map((each) => (
            <Button key={each} size="small" onClick={() => setAct(each)}>
              {t(
                each === 'lock' && person.locked
                  ? 'unlock'
                  : each === 'rename' && person.byMail
                    ? 'renameByMail'
                    : each,
              )}
            </Button>
          ))}
        </div>
      ) : null}
      <p className="ev-muted">
        {person.lastSignInAt === null ? t('page.never') : t('page.lastSignIn', { at: instant(person.lastSignInAt) })}
        {' · '}
        {t(person.secondFactor ? 'withFactor' : 'page.withoutFactor')}
        {person.byMail ? ` · ${person.email ?? t('email.none')}` : ''}
      </p>
      <PersonRoles
        person={person}
        onGive={manages ? () => setAct('give') : null}
        onGiveAgain={manages && person.formerGrant !== null ? () => setAct('regrant') : null}
        onEnd={manages ? setEnding : null}
      />
      <PersonHistory history={person.history} />
      {act === 'rename' ? <RenamePersonDialog person={person} onClose={close} /> : null}
      {act === 'reset' ? <ResetLinkDialog person={person} onClose={close} /> : null}
      {act === 'lock' ? <LockDialog person={person} onClose={close} /> : null}
      {act === 'factor' || act === 'regrant' || act === 'sessions' ? (
        <ConfirmActDialog what={act} person={person} onClose={close} />
      ) : null}
      {act === 'give' && places !== null ? <GiveRoleDialog person={person} places={places} onClose={close} /> : null}
      {grant === undefined ? null : <EndRoleDialog person={person} grant={grant} onClose={close} />}
    </div>
  );
}
