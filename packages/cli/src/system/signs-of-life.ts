import { get } from 'node:http';
import { connect } from 'node:net';
import { LOOPBACK } from './ports';

/**
 * Whether the process at a port says anything at all on /health/live. That it drops a connection is a sign of life too: one
 * that has as many as it takes must not be ended for it. Silence is not an answer, or nobody who listens.
 */
export function livesByHttp(port: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const options = { host: LOOPBACK, port, path: '/health/live', agent: false, signal };
    const request = get(options, (response) => {
      response.resume();
      resolve(true);
    });
    request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNRESET'));
  });
}

/** The request for encryption, which PostgreSQL answers before it asks who is there; it takes no place of a session. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** Whether the PostgreSQL at a port takes connections. */
export function livesAsPostgres(port: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: LOOPBACK, port, signal }, () => socket.write(SSL_REQUEST));
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}
