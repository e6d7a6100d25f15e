import type { ApiClient } from '@junheng/api-client';
import { Button, EmptyState, StatusTag, useTexts } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { signInsQuery } from './account-calls.ts';
import { deviceName } from './device.ts';
import { Loaded } from './loaded.tsx';
import { Panel } from './panel.tsx';
import { useInstant } from './use-instant.ts';

const FIRST_ROWS = 6;

/** The last sign-ins and the last tries that failed: whoever was it not should change the password. */
export function SignInsPanel({ client }: { readonly client: ApiClient }) {
  const { t } = useTexts('account');
  const instant = useInstant();
  const [all, setAll] = useState(false);
  const query = useQuery(signInsQuery(client));
  return (
    <Panel title={t('signIns.title')} intro={t('signIns.intro')}>
      <Loaded query={query}>
        {({ signIns, keptDays }) =>
          signIns.length === 0 ? (
            <EmptyState title={t('signIns.empty')} />
          ) : (
            <>
              <ul className="ac-list" aria-label={t('signIns.title')}>
                {signIns.slice(0, all ? signIns.length : FIRST_ROWS).map((each) => (
                  <li className="ac-row" key={`${each.lastAt} ${each.outcome} ${each.address}`}>
                    <div className="ac-row__text">
                      <p className="ac-line">
                        <StatusTag tone={each.outcome === 'signed-in' ? 'success' : 'danger'}>
                          {t(`signIns.outcome.${each.outcome}`)}
                        </StatusTag>
                        {each.times > 1 ? <span>{t('signIns.times', { count: each.times })}</span> : null}
                      </p>
                      <p className="ac-muted">
                        {instant(each.lastAt)} · {deviceName(each.userAgent) ?? t('device.unknown')} · {each.address}
                      </p>
                    </div>
                  </li>
                ))}
              </ul>
              {all || signIns.length <= FIRST_ROWS ? null : (
                <Button variant="quiet" onClick={() => setAll(true)}>
                  {t('signIns.more', { count: signIns.length - FIRST_ROWS })}
                </Button>
              )}
              <p className="ac-note">{t('signIns.kept', { count: keptDays })}</p>
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
