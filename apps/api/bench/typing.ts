import { savedCellsSchema, type SaveCellsRequest } from '@junheng/api-contract';
import { countedCells, type LoadSchool } from './load-schools.ts';
import { seededUuid } from './random.ts';

/** A school that types: one cell after another, each save based on what it last saw. */
export class TypingSchool {
  private readonly cells: readonly string[];
  private readonly revisions: Map<string, number>;
  private next = 0;

  constructor(
    readonly school: LoadSchool,
    private readonly random: () => number,
  ) {
    this.cells = countedCells(school.start.cells);
    this.revisions = new Map(Object.entries(school.start.cellRevisions));
  }

  get path(): string {
    return `/api/v1/self-reports/${this.school.reportId}/cells`;
  }

  /** A save of one cell with a value it has not had before. */
  save(): SaveCellsRequest {
    const cell = this.cells[this.next % this.cells.length] ?? '';
    this.next += 1;
    // Grows with every round through the form, so that it always differs from what is stored.
    const value = String(100 + Math.floor(this.next / this.cells.length) * 10 + Math.floor(this.random() * 10));
    return { key: seededUuid(this.random), changes: [{ cell, value, baseRevision: this.revisions.get(cell) ?? 0 }] };
  }

  acknowledged(request: SaveCellsRequest, answer: unknown): number {
    const { revision } = savedCellsSchema.parse(answer);
    for (const { cell } of request.changes) this.revisions.set(cell, revision);
    return revision;
  }
}
