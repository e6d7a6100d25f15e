import type { CountyEvaluation, Edition, IndicatorEvaluation } from '@junheng/evaluation-core';
import { text as words } from '@junheng/evaluation-messages';
import { indicatorText, paths, toneOfIndicator, toneTextKey } from '@junheng/evaluation-ui';
import type { SpreadPoint } from '@junheng/evaluation-ui/cv-chart';
import { useLanguage } from '@junheng/ui/plain';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../display/chart-frame.tsx';
import { drawnNumber, spotsOf, type CloseupAddress, type Spot } from './model/closeup.ts';

const SpreadChart = lazy(async () => ({ default: (await import('@junheng/evaluation-ui/cv-chart')).SpreadChart }));

interface PlacedSpot extends SpreadPoint {
  readonly schoolId: string;
}

const toneOf = (indicator: IndicatorEvaluation): SpreadPoint['tone'] => {
  const tone = toneOfIndicator(indicator);
  return tone === 'unmet' ? 'below-floor' : tone === 'undetermined' || tone === 'not-applicable' ? 'open' : tone;
};

/** Where every school of a stage stands along one indicator, with threshold and floor. */
export function SchoolSpread(props: {
  readonly result: CountyEvaluation;
  readonly edition: Edition;
  readonly address: CloseupAddress;
  readonly name: string;
  readonly onWhy: (path: string) => void;
}) {
  const { t } = useTranslation('evaluate');
  const { language } = useLanguage();
  const { result, edition, address, name, onWhy } = props;
  const digits = edition.display.indicatorDecimals;
  const spots = useMemo(() => spotsOf(result, address), [result, address]);
  const points = useMemo(
    () =>
      spots.flatMap(({ school, indicator }): readonly PlacedSpot[] =>
        indicator.value === null
          ? []
          : [
              {
                schoolId: school.schoolId,
                name: school.name,
                value: indicator.value,
                tone: toneOf(indicator),
                label: indicatorText({ indicator, digits }),
              },
            ],
      ),
    [spots, digits],
  );
  // Special rules may set another threshold for single schools; the line is the one most have.
  const threshold = mostCommon(spots.map(({ indicator }) => indicator.threshold));
  const floor = mostCommon(spots.map(({ indicator }) => indicator.floor));
  const floorShown = drawnNumber(floor);
  const spreadWords = useMemo(
    () => ({
      threshold: t('closeup.threshold', { value: threshold }),
      floor: t('closeup.floor', { value: floorShown === null ? '' : String(Number(floorShown.toFixed(4))) }),
      tone: {
        met: t('county.legend.met'),
        'above-floor': t('county.legend.above-floor'),
        'below-floor': t('county.legend.below-floor'),
        open: t('county.legend.undetermined'),
      },
    }),
    [t, threshold, floorShown],
  );
  const title = t('closeup.spread');
  return (
    <ChartFrame
      title={title}
      name={`${title} ${name}`}
      table="spread"
      rows={spots}
      rowKey={({ school }: Spot) => school.schoolId}
      columns={[
        {
          id: 'school',
          title: t('closeup.school'),
          value: ({ school }) => school.name,
          head: true,
          render: ({ school }) => (
            <button
              type="button"
              className="ev-why"
              onClick={() => onWhy(paths.indicator(school.schoolId, address.stage, address.indicatorId))}
            >
              {school.name}
            </button>
          ),
        },
        { id: 'pupils', title: t('closeup.pupils'), value: ({ school }) => school.pupils, numeric: true },
        {
          id: 'value',
          title: t('closeup.value'),
          value: ({ indicator }) => indicator.value,
          render: ({ indicator }) => indicatorText({ indicator, digits }),
          numeric: true,
        },
        {
          id: 'threshold',
          title: t('closeup.thresholdHead'),
          value: ({ indicator }) => indicator.threshold || null,
          numeric: true,
        },
        {
          id: 'outcome',
          title: t('closeup.outcome'),
          value: ({ indicator }) => words(language, toneTextKey(toneOfIndicator(indicator))),
        },
      ]}
    >
      <Suspense fallback={<div style={{ blockSize: 240 }} />}>
        <SpreadChart
          points={points}
          threshold={drawnNumber(threshold)}
          floor={floorShown}
          words={spreadWords}
          description={t('closeup.spreadOf', { name, threshold })}
          onPick={(point) => {
            const spot = spots.find(({ school }) => school.name === point.name);
            if (spot !== undefined) onWhy(paths.indicator(spot.school.schoolId, address.stage, address.indicatorId));
          }}
        />
      </Suspense>
    </ChartFrame>
  );
}

function mostCommon(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
