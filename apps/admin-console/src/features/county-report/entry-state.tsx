import { hasText, text as words } from '@junheng/evaluation-messages';
import { Button, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import type { EntrySaving } from './use-entry-saving.ts';

/** What became of what was typed: nothing while it is stored as it stands. */
export function EntryState(props: {
  readonly entry: string;
  readonly saving: EntrySaving;
  readonly shown: (value: string) => string;
}) {
  const { t } = useTranslation('county');
  const { language } = useLanguage();
  const draft = props.saving.draftOf(props.entry);
  if (draft === null) return null;
  switch (draft.state) {
    case 'waiting':
    case 'saving':
      return <span className="jc-county__state">{t('state.saving')}</span>;
    case 'refused': {
      const keys = [`problem.${draft.problem ?? ''}`, 'problem.server.internal'];
      return (
        <p className="jc-county__problem" role="alert">
          {t('state.refused')} {words(language, keys.find(hasText) ?? 'problem.server.internal')}
        </p>
      );
    }
    case 'conflict': {
      const { value, by } = draft.theirs ?? { value: null, by: null };
      return (
        <div className="jc-county__problem" role="alert">
          <p>
            {t('state.conflict', {
              by: by ?? t('state.somebody'),
              value: value === null ? t('state.cleared') : props.shown(value),
            })}
          </p>
          <span className="jc-inline">
            <Button size="small" onClick={() => props.saving.resolve(props.entry, 'mine')}>
              {t('state.keepMine')}
            </Button>
            <Button size="small" variant="quiet" onClick={() => props.saving.resolve(props.entry, 'theirs')}>
              {t('state.takeTheirs')}
            </Button>
          </span>
        </div>
      );
    }
    default: {
      const exhaustive: never = draft.state;
      return exhaustive;
    }
  }
}
