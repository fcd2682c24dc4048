import type { IncomingHttpHeaders } from 'node:http';
import type { DeclaredPurpose } from './caller';
import { isPurpose, REASON_LENGTH } from './purpose';

/** What a client declares by headers, before anybody looks whether it is enough. */
export interface Declaration {
  /** `x-purpose` as it was sent. */
  purpose: string | null;
  /** `x-reason`, if it is one: 1 to 500 characters in UTF-8, without control characters. */
  reason: string | null;
}

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** Reads the declaration of a request. */
export function readDeclaration(headers: IncomingHttpHeaders): Declaration {
  return { purpose: textOf(headers['x-purpose']), reason: readReason(textOf(headers['x-reason'])) };
}

/** What is declared in full: a purpose of the hub, and a reason. Null where either is missing. */
export function declaredIn({ purpose, reason }: Declaration): DeclaredPurpose | null {
  return purpose !== null && isPurpose(purpose) && reason !== null ? { purpose, reason } : null;
}

function readReason(header: string | null): string | null {
  if (header === null) return null;
  try {
    // Node gives one character a byte.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1')).trim();
    return text && [...text].length <= REASON_LENGTH && !CONTROL.test(text) ? text : null;
  } catch {
    return null;
  }
}

const textOf = (header: string | string[] | undefined) => (typeof header === 'string' && header.trim()) || null;
