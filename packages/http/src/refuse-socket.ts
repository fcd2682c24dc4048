import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { HTTP_ERRORS, httpErrorMessage, type HttpErrorCode } from './http-errors';

/** A socket as Node's HTTP server keeps it: with the answer that it is writing. */
type HttpSocket = Socket & { _httpMessage?: { _headerSent?: boolean } | null };

/** Answers on a connection that brings no request, and closes it; says nothing into an answer that has begun. */
export function refuseSocket(socket: Socket, code: HttpErrorCode, values: Record<string, string | number> = {}): void {
  if (socket.writable && !(socket as HttpSocket)._httpMessage?._headerSent) {
    const { status } = HTTP_ERRORS[code];
    const body = JSON.stringify({ errors: [{ message: httpErrorMessage(code, values), extensions: { code } }] });
    socket.write(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\n` +
        `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  }
  socket.destroySoon();
}
