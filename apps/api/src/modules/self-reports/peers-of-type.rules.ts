import {
  peerBands,
  peerStatistics,
  type CellKey,
  type Cells,
  type DataSet,
  type Edition,
  type PeerBand,
  type PeerStatistics,
} from '@junheng/evaluation-core';

/** What a report is shown, and checked against, of the schools of its type (同类学校). */
export interface ReportPeers {
  readonly statistics: PeerStatistics;
  readonly bands: Readonly<Record<CellKey, PeerBand>>;
}

export interface ReportedSchool {
  readonly schoolId: string;
  readonly countedAsSchool: boolean;
  readonly cells: Cells;
}

/**
 * By school type, from the approved reports of the round before. A report is given those of its own type alone: numbers of schools
 * it is not compared with are none of its business.
 */
export function peersByType(
  edition: Edition,
  schools: readonly ReportedSchool[],
): (type: string) => ReportPeers | null {
  const dataSet: DataSet = {
    countyCode: '',
    countyName: '',
    schools: schools.map((school) => ({ ...school, code: '', name: '', parentSchoolId: null })),
  };
  const { types } = peerStatistics(edition, dataSet);
  const bands = peerBands(edition, dataSet);
  return (type) => {
    const own = Object.hasOwn(types, type) ? types[type] : undefined;
    const ownBands = Object.hasOwn(bands, type) ? bands[type] : undefined;
    if (own === undefined && Object.keys(ownBands ?? {}).length === 0) return null;
    return { statistics: { types: own === undefined ? {} : { [type]: own } }, bands: ownBands ?? {} };
  };
}
