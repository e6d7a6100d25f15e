import { startServer, type ServerProcess } from '../harness/server-process.ts';

/** The server of the run, which is killed or restarted under the pages; they reach it through their proxies. */
export class KillableServer {
  #running: ServerProcess;
  /** One at a time: two lanes may want it down at once. */
  #turn: Promise<void> = Promise.resolve();
  /** Called in the moment before a kill. */
  onKill: () => void = () => undefined;

  private constructor(running: ServerProcess) {
    this.#running = running;
  }

  static async start(dataDir: string): Promise<KillableServer> {
    return new KillableServer(await startServer(dataDir));
  }

  get address(): string {
    return this.#running.address;
  }

  /** SIGKILL, or an orderly end; then a new process on the same data. */
  async again(how: 'kill' | 'restart'): Promise<void> {
    const before = this.#turn;
    let done: () => void = () => undefined;
    this.#turn = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    try {
      if (how === 'kill') {
        this.onKill();
        await this.#running.kill();
      } else await this.#running.stop();
      this.#running = await startServer(this.#running.dataDir);
    } finally {
      done();
    }
  }

  async stop(): Promise<void> {
    await this.#turn;
    await this.#running.stop();
  }
}
