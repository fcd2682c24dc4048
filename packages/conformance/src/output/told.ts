import type { Result } from '../check';
import type { Exchange, Sent } from '../exchange';

/** So many characters of a body or an answer. */
const SHOWN = 600;

/** What is told of a failure, in every form of output: a name, and one text each. */
export function failureLines({ check, outcome }: Result): [name: string, text: string][] {
  if (outcome.kind !== 'failed') return [];
  return [
    ['problem', outcome.problem],
    ['sent', sentText(outcome.sent)],
    ['came', outcome.came ? cameText(outcome.came) : 'nothing'],
    ['why', check.why],
    ['remedy', check.remedy],
  ];
}

function sentText({ method, url, headers, body }: Sent): string {
  const others = Object.entries(headers)
    .filter(([name]) => name !== 'content-type' && name !== 'accept')
    .map(([name, value]) => `${name}: ${name === 'authorization' ? tokenText(value) : value}`);
  return [`${method} ${new URL(url).pathname}`, ...others, cut(body)].filter(Boolean).join(' | ');
}

/** What a token says. Its signature is nobody's to see: for its minute it could be used. */
function tokenText(authorization: string): string {
  const [header, claims] = authorization.replace(/^Bearer /, '').split('.');
  return `Bearer ${cut([header, claims].map((part) => Buffer.from(part ?? '', 'base64url').toString('utf8')).join('.'))}.…`;
}

const cameText = ({ status, text }: Exchange) => `HTTP ${status} ${cut(text)}`.trim();

function cut(text: string): string {
  // A line is a line of the output, and a terminal is not to be steered by an answer.
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}… (${plain.length} characters)` : plain;
}
