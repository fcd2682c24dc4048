import type { IncomingHttpHeaders } from 'node:http';
import type { DeclaredPurpose } from './caller';
import { plainText } from './plain-text';
import { isPurpose, REASON_LENGTH } from './purpose';
import { recognisableIn } from './recognisable-in';
import { saysSomething } from './says-something';

/** What a client declares by headers, before anybody looks whether it is enough. */
export interface Declaration {
  /** `x-purpose` as it was sent. */
  purpose: string | null;
  /** `x-reason`, if it is one: up to 500 characters in UTF-8, without control characters, that say something and name nobody. */
  reason: string | null;
}

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
    const isOne = text === plainText(text, REASON_LENGTH) && saysSomething(text) && recognisableIn(text) === null;
    return isOne ? text : null;
  } catch {
    return null;
  }
}

const textOf = (header: string | string[] | undefined) => (typeof header === 'string' && header.trim()) || null;
