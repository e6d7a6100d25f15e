import { Injectable } from '@nestjs/common';
import type { CountyEvaluation, DataSet, RectificationProblem } from '@junheng/evaluation-core';
import type { Transaction } from '../../platform/database/transaction.ts';
import type { FrozenDataSet } from '../data-sets/data-sets.types.ts';
import type { RoundRecord } from '../rounds/rounds.types.ts';

/** A run as it is stored, in the transaction that stores it. Its data may be verified ones (`dataSet.kind`). */
export interface StoredRun {
  readonly id: string;
  readonly round: RoundRecord;
  readonly editionId: string;
  readonly dataSet: FrozenDataSet;
  /** By another edition than the round's, or with options of somebody's choosing: for trying out, nothing follows from it. */
  readonly trial: boolean;
  /** What fails in it. These and the two below are texts until somebody wants them. */
  readonly problems: () => readonly RectificationProblem[];
  readonly read: () => { readonly content: DataSet; readonly result: CountyEvaluation };
}

export interface RunFollower {
  follow(tx: Transaction, run: StoredRun): Promise<void>;
}

/**
 * Whoever must do something whenever a run is stored. Modules further down the order of the data register themselves, since this one
 * may not know them; what they write is there with the run, or neither is.
 */
@Injectable()
export class RunFollowers {
  private readonly followers: RunFollower[] = [];

  add(follower: RunFollower): void {
    this.followers.push(follower);
  }

  async tell(tx: Transaction, run: StoredRun): Promise<void> {
    for (const follower of this.followers) await follower.follow(tx, run);
  }
}
