import { addTexts, useAccountLanguage } from '@junheng/ui/plain';
import { useQuery } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { useEffect, type ComponentType } from 'react';
import { installVisits } from '../device/installed-visits.ts';
import { keepSession } from '../device/kept-session.ts';
import { VisitPage } from '../features/visit-school/visit-page.tsx';
import { visitTexts } from '../features/visit-school/texts.ts';
import { rememberLanguageOfAccount, sessionQuery } from '../server/session.ts';
import type { VisitPlace } from '../server/visits.ts';

/** The page of one visit: without the console's frame, so that a tablet keeps and opens it without a network. */
export function prepareVisit(i18n: I18n, place: VisitPlace): ComponentType {
  addTexts(i18n, visitTexts);
  void installVisits().catch(() => undefined);
  return function VisitConsole() {
    const { data: known } = useQuery({ ...sessionQuery, networkMode: 'always' });
    useEffect(() => {
      // One that was kept itself has no token: nothing new is known of it.
      if (known != null && known.session.csrfToken !== '') keepSession(known);
    }, [known]);
    useAccountLanguage(known?.session.language ?? null, (language) => void rememberLanguageOfAccount(language));
    if (known === null || known === undefined) return null;
    const { personId, displayName } = known.session;
    return <VisitPage key={personId} place={place} inspector={{ personId, name: displayName }} />;
  };
}
