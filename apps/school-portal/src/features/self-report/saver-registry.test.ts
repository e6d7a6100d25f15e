import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { waitFor } from '@testing-library/react';
import { selfReportQuery } from '../../api/self-reports.ts';
import { aSession, FakeServer } from '../../../test/fake-server.ts';
import { forgetAll, saverOf } from './saver-registry.ts';

let server: FakeServer;
const realFetch = globalThis.fetch;
const { personId } = aSession();

beforeEach(() => {
  server = new FakeServer();
});
afterEach(async () => {
  await forgetAll(personId);
  globalThis.fetch = realFetch;
});

/** The server answers as ever, but the next answer to this method is on its way until it is let through. */
function holdNext(method: string): () => void {
  let release = (): void => undefined;
  let gate: Promise<void> | null = new Promise<void>((resolve) => (release = resolve));
  const before = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const held = input instanceof Request && input.method === method ? gate : null;
    if (held !== null) gate = null;
    const answer = await before(input, init);
    await held;
    return answer;
  };
  return release;
}

it('an answer to a save does not keep from the page what another window has stored meanwhile', async () => {
  globalThis.fetch = server.fetch;
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const query = selfReportQuery(server.report.id);
  const page = new QueryObserver(client, query);
  const leave = page.subscribe(() => undefined);
  await waitFor(() => expect(page.getCurrentResult().data?.id).toBe(server.report.id));
  const { saver } = saverOf(client, personId, server.report.id);

  const answerSave = holdNext('PATCH');
  const stored = { value: null, revision: 0 };
  saver.type({ cell: 'gymnasium-area', text: '890', value: '890', problem: null, stored });
  saver.flush();
  await waitFor(() => expect(server.saves).toHaveLength(1));
  const answerRead = holdNext('GET');
  // Another window has saved and says so: the page begins to read, and hears of its own save before it has read.
  const { cells, cellRevisions, revision } = server.report;
  server.report = {
    ...server.report,
    revision: revision + 1,
    cells: { ...cells, 'sports-field-area': '7400' },
    cellRevisions: { ...cellRevisions, 'sports-field-area': revision + 1 },
  };
  void client.invalidateQueries({ queryKey: query.queryKey });
  expect(page.getCurrentResult().fetchStatus).toBe('fetching');
  answerSave();
  await waitFor(() => expect(page.getCurrentResult().data?.cells).toMatchObject({ 'gymnasium-area': '890' }));
  answerRead();

  await waitFor(() => expect(page.getCurrentResult().data?.cells).toEqual(server.report.cells));
  leave();
});
