/** Names one thing that is saved by itself: a cell of a report, an entry of a site visit. */
export type CellKey = string;
