export default async function stopDatabase() {
  const child = globalThis.junhengTestDatabase;
  if (child === undefined || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdin.end();
  await ended;
}
