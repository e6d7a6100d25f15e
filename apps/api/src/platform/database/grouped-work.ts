/** What became of one piece of work; that of its neighbours in the group is theirs. */
export type Outcome<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Cannot be done together with others now (somebody else holds its row): to be done by itself. */
  | { readonly kind: 'alone' };

export interface GroupedWorkOptions<Work, Result> {
  /** Works of one key never run at the same time, and run in the order in which they came; null: none of them does. */
  readonly keyOf: (work: Work) => string | null;
  /** Does the works together; the outcomes stand in the order of the works. Rejects when nothing of it was done. */
  readonly together: (works: readonly Work[]) => Promise<readonly Outcome<Result>[]>;
  /** Does one work by itself. */
  readonly alone: (work: Work) => Promise<Result>;
  /**
   * While a group is under way the next one gathers: larger groups cost less. One that takes longer than this many milliseconds
   * holds nobody back any more.
   */
  readonly patience: number;
  readonly groupsAtOnce: number;
  readonly largestGroup: number;
}

interface Waiting<Work, Result> {
  readonly work: Work;
  readonly key: string | null;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does together what concurrent callers ask for (group commit): while one group is at the database, the next one gathers. Nobody
 * waits for a group to fill: a work that comes when nothing is under way begins at once. When a group as a whole fails, each of
 * its works is done by itself, so that nobody's fault becomes a neighbour's.
 */
export class GroupedWork<Work, Result> {
  private readonly waiting: Waiting<Work, Result>[] = [];
  private readonly busyKeys = new Set<string>();
  private groups = 0;
  /** Of the groups under way, those that take long. */
  private overdue = 0;
  private scheduled = false;

  constructor(private readonly options: GroupedWorkOptions<Work, Result>) {}

  async do(work: Work): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.waiting.push({ work, key: this.options.keyOf(work), resolve, reject });
      this.schedule();
    });
  }

  /** After the callbacks of this turn of the event loop: requests that arrived together go together. */
  private schedule(): void {
    if (this.scheduled || this.groups > this.overdue || this.groups >= this.options.groupsAtOnce) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      const group = this.take();
      if (group.length === 0) return;
      this.groups += 1;
      void this.run(group);
      this.schedule();
    });
  }

  private take(): readonly Waiting<Work, Result>[] {
    const group: Waiting<Work, Result>[] = [];
    const left: Waiting<Work, Result>[] = [];
    for (const one of this.waiting) {
      if (group.length < this.options.largestGroup && (one.key === null || !this.busyKeys.has(one.key))) {
        if (one.key !== null) this.busyKeys.add(one.key);
        group.push(one);
      } else {
        left.push(one);
      }
    }
    this.waiting.splice(0, this.waiting.length, ...left);
    return group;
  }

  private async run(group: readonly Waiting<Work, Result>[]): Promise<void> {
    let isOverdue = false;
    const patience = setTimeout(() => {
      isOverdue = true;
      this.overdue += 1;
      this.schedule();
    }, this.options.patience);
    const outcomes = await this.options.together(group.map(({ work }) => work)).catch(() => null);
    clearTimeout(patience);
    if (isOverdue) this.overdue -= 1;
    // What is done by itself may have to wait for somebody's lock: the next group does not.
    this.groups -= 1;
    group.forEach((one, index) => {
      const outcome = outcomes?.[index] ?? { kind: 'alone' };
      if (outcome.kind === 'alone') {
        void this.options.alone(one.work).then(
          (result) => this.end(one, () => one.resolve(result)),
          (error: unknown) => this.end(one, () => one.reject(error)),
        );
      } else if (outcome.kind === 'done') this.end(one, () => one.resolve(outcome.result));
      else this.end(one, () => one.reject(outcome.error));
    });
    this.schedule();
  }

  private end(one: Waiting<Work, Result>, settle: () => void): void {
    if (one.key !== null) this.busyKeys.delete(one.key);
    settle();
    this.schedule();
  }
}

/**
 * Reads together what concurrent callers ask for by their keys. Each read begins after it was asked for, so nobody is given what was
 * true before.
 * @param readAll by key; what is not there is left out
 */
export function groupedRead<Value>(
  readAll: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | undefined> {
  const reads = new GroupedWork<string, Value | undefined>({
    keyOf: () => null,
    together: async (keys) => {
      const found = await readAll([...new Set(keys)]);
      return keys.map((key) => ({ kind: 'done', result: found.get(key) }));
    },
    alone: async (key) => (await readAll([key])).get(key),
    patience: 20,
    groupsAtOnce: 4,
    largestGroup: 200,
  });
  return async (key) => reads.do(key);
}
