import type { Round } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Notice, useLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../display/loaded.tsx';
import { useMay } from '../../display/use-may.ts';
import { usePageTexts } from '../../display/use-page-texts.ts';
import { leftOutSchoolsQuery } from '../../server/rounds.ts';
import { partNoticeTexts } from './part-notice-texts.ts';

/** A round of a part of the schools says so, whom it leaves out, and what its verdict is not good for. */
export function PartNotice({ round }: { readonly round: Round }) {
  usePageTexts(partNoticeTexts);
  const { t } = useTranslation('roundPart');
  const [open, setOpen] = useState(false);
  const { leftOut, kind } = round;
  if (leftOut === 0 && kind !== 'special') return null;
  return (
    <Notice tone="info" title={leftOut === 0 ? t('special') : t('title', { count: leftOut })}>
      <p>{t(leftOut === 0 ? 'whySpecial' : 'why')}</p>
      {leftOut === 0 ? null : (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t('which', { count: leftOut })}</summary>
          {open ? <LeftOut round={round} /> : null}
        </details>
      )}
    </Notice>
  );
}

/** By town: with hundreds of them one looks for a place first. */
function LeftOut({ round }: { readonly round: Round }) {
  const { t } = useTranslation('roundPart');
  const { language } = useLanguage();
  const may = useMay();
  const query = useQuery(leftOutSchoolsQuery(round.id));
  return (
    <Loaded query={query}>
      {({ schools }) => {
        const towns = [...new Set(schools.map(({ townName }) => townName))];
        return (
          <>
            <dl className="jc-leftout">
              {towns.map((town) => (
                <div key={town ?? ''}>
                  <dt>{town ?? t('noTown')}</dt>
                  <dd>
                    {schools
                      .filter(({ townName }) => townName === town)
                      .map(({ name, type }) => `${name} (${words(language, `school-type.${type}`)})`)
                      .join(language === 'zh-CN' ? '、' : ', ')}
                  </dd>
                </div>
              ))}
            </dl>
            {may('rounds.manage') && round.state !== 'closed' ? <p>{t('join')}</p> : null}
          </>
        );
      }}
    </Loaded>
  );
}
