import type { SchoolRowsView } from '@junheng/evaluation-ui';

export const shows: readonly SchoolRowsView['show'][] = ['all', 'open', 'unmet', 'undetermined'];

export const initialSchools: SchoolRowsView = {
  text: '',
  stage: null,
  town: null,
  show: 'all',
  indicator: null,
  sort: 'name',
  descending: false,
};

/** What the table of schools shows, out of the URL. */
export function readSchools(query: URLSearchParams): SchoolRowsView {
  const sort = query.get('sort') ?? '';
  return {
    text: query.get('q') ?? '',
    stage: query.get('stage'),
    town: query.get('town'),
    show: shows.find((each) => each === query.get('show')) ?? 'all',
    indicator: query.get('indicator'),
    sort: sort.replace(/^-/, '') || initialSchools.sort,
    descending: sort.startsWith('-'),
  };
}

/** The query string of a view; what opens beside the page (`why`) stays. */
export function writeSchools(view: SchoolRowsView, current: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(current);
  const set = (name: string, value: string | null, none: string | null = null) => {
    if (value === none || value === null || value === '') query.delete(name);
    else query.set(name, value);
  };
  set('q', view.text);
  set('stage', view.stage);
  set('town', view.town);
  set('show', view.show, 'all');
  set('indicator', view.indicator);
  set('sort', `${view.descending ? '-' : ''}${view.sort}`, initialSchools.sort);
  return query;
}
