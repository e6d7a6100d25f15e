/** Where a reported cell came from: the people and moments behind it. Shape of the API's provenance. */
export interface CellOrigin {
  readonly schoolId: string;
  readonly cell: string;
  readonly value: string | null;
  readonly enteredBy: string | null;
  readonly enteredAt: string | null;
  readonly source: string | null;
  readonly sourceDetail: Readonly<Record<string, unknown>> | null;
  readonly submittedBy: string | null;
  readonly submittedAt: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  /** The report it stands in, to find its evidence. */
  readonly selfReportId: string | null;
  /** Files that prove it. */
  readonly evidence: readonly { readonly id: string; readonly name: string }[];
}

/** File, sheet and cell of an imported value, as far as they are known. */
export function originPlace(detail: CellOrigin['sourceDetail']): string | null {
  if (detail === null) return null;
  const part = (name: string) => {
    const value = detail[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const cell = part('cell') || `${part('column')}${part('row')}`;
  const place = [part('file'), part('sheet'), cell].filter(Boolean).join(' · ');
  return place === '' ? null : place;
}
