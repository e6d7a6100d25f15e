import type { RectificationSummary } from '@junheng/api-contract';
import { text as words } from '@junheng/evaluation-messages';
import { Button, useLanguage } from '@junheng/ui/plain';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Choice } from './model/ledger.ts';
import { filterOf, NO_UNIT, summaryParameters, type SummaryParameter } from './model/summary-filter.ts';

/** What the summary counts: of which county, kind and unit. They stand in the address. `all`: the summary of everything. */
export function SummaryFilters({ all }: { readonly all: RectificationSummary | undefined }) {
  const { t } = useTranslation('rectify');
  const { language } = useLanguage();
  const [address, setAddress] = useSearchParams();
  const set = (name: SummaryParameter, value: string): void => {
    const next = new URLSearchParams(address);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setAddress(next, { replace: true });
  };
  if (all === undefined) return null;
  const several = all.counties.length > 1;
  const options: Readonly<Record<SummaryParameter, readonly Choice[]>> = {
    county: all.counties,
    kind: all.kinds.map(({ kind }) => ({ id: kind, name: words(language, `rectification-kind.${kind}`) })),
    unit: [
      ...all.units.flatMap(({ id, name, county }) =>
        id === null ? [] : [{ id, name: several ? `${name ?? ''} · ${county}` : (name ?? '') }],
      ),
      ...(all.units.some(({ id }) => id === null) ? [{ id: NO_UNIT, name: t('statusFilter.unassigned') }] : []),
    ],
  };
  return (
    <div className="jc-filters">
      {summaryParameters.map((name) =>
        options[name].length < 2 && address.get(name) === null ? null : (
          <select
            key={name}
            className="jh-input jc-filters__select"
            aria-label={t(`filter.${name}`)}
            value={address.get(name) ?? ''}
            onChange={(event) => set(name, event.target.value)}
          >
            <option value="">{t(`any.${name}`)}</option>
            {options[name].map(({ id, name: label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        ),
      )}
      {Object.keys(filterOf(address)).length === 0 ? null : (
        <Button variant="quiet" size="small" onClick={() => setAddress({}, { replace: true })}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}
