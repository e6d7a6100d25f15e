import { useTranslation } from 'react-i18next';
import { asRefusal } from '../server/refusal.ts';

const KINDS = [
  'areas',
  'campuses',
  'people',
  'reports',
  'rounds',
  'school-groups',
  'successors',
  'units',
  'records',
] as const;

/** What still refers to a record that could not be closed or deleted, by kind, with names where the server gave some. */
export function ReferrerList({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('display');
  if (error === null || error === undefined) return null;
  const { code, problems } = asRefusal(error);
  if (code !== 'record.referred-to') return null;
  return (
    <ul>
      {problems.map(({ at, facts }) => {
        const names = typeof facts?.['names'] === 'string' ? facts['names'] : '';
        return (
          <li key={at}>
            {t(`referrer.${KINDS.find((kind) => kind === at) ?? 'records'}`, { count: Number(facts?.['count'] ?? 0) })}
            {names === '' ? null : <span className="ev-muted"> {names}</span>}
          </li>
        );
      })}
    </ul>
  );
}
