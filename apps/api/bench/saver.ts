/** One connection that saves one cell after another and waits for each answer. */
export interface Saver {
  /** Resolves when the save is acknowledged. @throws when it was refused */
  saveOnce(): Promise<void>;
  close(): Promise<void>;
}
