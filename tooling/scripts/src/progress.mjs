const began = performance.now();

const seconds = (milliseconds) => (milliseconds / 1000).toFixed(1);

/**
 * Lines for a person who waits: `[  12.3 s] text`, counted from the start of the process.
 * @param {NodeJS.WritableStream} stream where they go; a command whose standard output is data sends them to standard error
 */
export function progressTo(stream) {
  const say = (text) => stream.write(`[${seconds(performance.now() - began).padStart(6)} s] ${text}\n`);

  /** Runs `work`, tells beforehand what is done and every ten seconds that it still is. */
  async function step(text, work) {
    say(`${text} …`);
    const started = performance.now();
    const heartbeat = setInterval(
      () => say(`… ${text}: ${Math.round((performance.now() - started) / 1000)} s so far`),
      10_000,
    );
    try {
      return await work();
    } finally {
      clearInterval(heartbeat);
    }
  }

  return { say, step, stream };
}
