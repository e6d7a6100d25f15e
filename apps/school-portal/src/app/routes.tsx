import type { ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import type { Session } from '../api/types.ts';
import { DuePage } from '../features/due/due-page.tsx';
import { Deferred, type DeferredPage } from './deferred.tsx';
import { NotFound } from './not-found.tsx';
import { PortalFrame } from './portal-frame.tsx';
import type { PortalProps } from './root.tsx';

type ReportPages = typeof import('./report-pages.tsx');
type SessionPage = ComponentType<{ readonly session: Session }>;

// One chunk: whoever fills a report also hands it in, and both need the rules of the standard.
let reportPages: ReportPages | null = null;
async function loadReportPages(): Promise<ReportPages> {
  reportPages = await import('./report-pages.tsx');
  return reportPages;
}

const reportPage: DeferredPage<SessionPage> = {
  loaded: () => reportPages?.ReportPage ?? null,
  load: () => loadReportPages().then((pages) => pages.ReportPage),
};
const handInPage: DeferredPage<SessionPage> = {
  loaded: () => reportPages?.HandInPage ?? null,
  load: () => loadReportPages().then((pages) => pages.HandInPage),
};

type ResultPages = typeof import('./result-pages.tsx');
let resultPages: ResultPages | null = null;
const resultPage: DeferredPage<ComponentType> = {
  loaded: () => resultPages?.ResultPage ?? null,
  load: async () => {
    resultPages = await import('./result-pages.tsx');
  },
};

type RectificationPages = typeof import('./rectification-pages.tsx');
let rectificationPages: RectificationPages | null = null;
const rectificationsPage: DeferredPage<ComponentType> = {
  loaded: () => rectificationPages?.RectificationsPage ?? null,
  load: async () => {
    rectificationPages = await import('./rectification-pages.tsx');
  },
};

let SectionWorkPage: SessionPage | null = null;
const sectionWorkPage: DeferredPage<SessionPage> = {
  loaded: () => SectionWorkPage,
  load: async () => {
    await loadReportPages();
    SectionWorkPage = (await import('../features/self-report/section-work/section-work-page.tsx')).SectionWorkPage;
  },
};

let AccountRoute: SessionPage | null = null;
async function loadAccountRoute(): Promise<void> {
  AccountRoute = (await import('./account-route.tsx')).AccountRoute;
}
const accountPage: DeferredPage<SessionPage> = { loaded: () => AccountRoute, load: loadAccountRoute };

type WorkbookPages = typeof import('./workbook-pages.tsx');
let workbookPages: WorkbookPages | null = null;
const workbookPage: DeferredPage<SessionPage> = {
  loaded: () => workbookPages?.WorkbookPage ?? null,
  load: async () => {
    await loadReportPages();
    workbookPages = await import('./workbook-pages.tsx');
  },
};

/** Before the first render: the page that the address asks for. */
export async function preloadRoute(path: string): Promise<void> {
  if (path.startsWith('/reports/')) await loadReportPages();
  if (path.startsWith('/account')) await loadAccountRoute();
}

export function PortalRoutes({ session, onSignedOut }: PortalProps) {
  return (
    <Routes>
      <Route
        element={
          <PortalFrame session={session} onSignedOut={onSignedOut} warmUp={loadReportPages} pages={() => reportPages} />
        }
      >
        <Route index element={<DuePage session={session} />} />
        <Route
          path="reports/:reportId"
          element={<Deferred page={reportPage}>{(Page) => <Page session={session} />}</Deferred>}
        />
        <Route
          path="reports/:reportId/hand-in"
          element={<Deferred page={handInPage}>{(Page) => <Page session={session} />}</Deferred>}
        />
        <Route
          path="reports/:reportId/workbook"
          element={<Deferred page={workbookPage}>{(Page) => <Page session={session} />}</Deferred>}
        />
        <Route path="reports/:reportId/result" element={<Deferred page={resultPage}>{(Page) => <Page />}</Deferred>} />
        <Route path="rectifications" element={<Deferred page={rectificationsPage}>{(Page) => <Page />}</Deferred>} />
        <Route
          path="reports/:reportId/sections"
          element={<Deferred page={sectionWorkPage}>{(Page) => <Page session={session} />}</Deferred>}
        />
        <Route
          path="account"
          element={<Deferred page={accountPage}>{(Page) => <Page session={session} />}</Deferred>}
        />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
