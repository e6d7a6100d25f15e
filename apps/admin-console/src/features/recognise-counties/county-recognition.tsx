import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { recognitionsQuery } from '../../server/recognitions.ts';

const RecordedOfCounty = lazy(async () => ({ default: (await import('./recorded-of-county.tsx')).RecordedOfCounty }));

/** On a county's page: where it stands with each standard; nothing, and nothing loaded, while nothing is recorded. */
export function CountyRecognition({ countyId }: { readonly countyId: string }) {
  const { data } = useQuery(recognitionsQuery(countyId));
  const recorded = data?.recognitions ?? [];
  return recorded.length === 0 ? null : (
    <Suspense fallback={null}>
      <RecordedOfCounty countyId={countyId} recorded={recorded} />
    </Suspense>
  );
}
