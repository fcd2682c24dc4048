import type { LookupFunction } from 'node:net';
import type { ExchangeFailed } from '../exchange-failed';

/** A request to one process, and what becomes of it. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Names in lower case and values, by turns; without those that say how the body is carried. */
  readonly headers: readonly string[];
  readonly body: string;
  /** Whether it may be sent once more where it may have been begun. */
  readonly isRepeatable: boolean;
  answered(answer: WireAnswer): void;
  failed(failure: ExchangeFailed): void;
}

/** The whole of an answer. */
export interface WireAnswer {
  status: number;
  text: string;
  /** Its header `hub-gateway-key`. */
  gatewayKey: string | undefined;
}

/** A request on its way. */
export interface Sent {
  /** Drops it, and the connection that it is on. Nothing more is said of it. */
  cut(): void;
}

/** How a process is reached. */
export interface Wire {
  /** Sends a request. One of `answered` and `failed` is called, once, and not before this returns. */
  send(request: WireRequest): Sent;
  /** Drops every connection; what is under way fails. */
  close(): Promise<void>;
}

/** Where a process is, and what is taken from it. */
export interface WireOptions {
  /** Scheme, host and port. */
  origin: string;
  /** Kept to it at once, at most. */
  connections: number;
  /** The largest answer taken, in bytes. */
  maxResponseBytes: number;
  /** By what its name is looked up for each connection. @default that of the system */
  lookup?: LookupFunction | undefined;
}
