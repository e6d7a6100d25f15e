import { createServer } from 'node:net';

function listens(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const { port: found } = server.address();
      server.close(() => resolve(found));
    });
  });
}

/** The wished port when it is free, otherwise any free one. @param {number} wished @returns {Promise<number>} */
export async function freePort(wished) {
  return (await listens(wished)) ?? (await listens(0));
}
