import type { Check, Result } from '../check';
import { asJunit } from './junit';
import { asTap } from './tap';
import { asText } from './text';

const check = (code: string): Check => ({
  ...{ code, title: `What ${code} asks`, why: 'A specification.', remedy: 'Do it.', needs: [] },
  run: async () => {},
});
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const sent = {
  method: 'POST' as const,
  url: 'http://127.0.0.1:4105/graphql',
  headers: {
    'content-type': 'application/json',
    authorization: `Bearer ${part({ alg: 'EdDSA' })}.${part({ aud: 'newham' })}.c2lnbmF0dXJl`,
  },
  body: '{"query":"{ a }"}',
};
const results: Result[] = [
  { check: check('GOOD'), outcome: { kind: 'passed' }, seconds: 0.5 },
  { check: check('LEFT'), outcome: { kind: 'skipped', reason: 'no list # here' }, seconds: 0 },
  {
    check: check('BAD'),
    outcome: {
      ...{ kind: 'failed' as const, problem: 'HTTP 200 in place of <401>.', sent },
      came: { sent, status: 200, headers: {}, text: `{"a":"\u001b[2J\u0000${'x'.repeat(1_000)}"}` },
    },
    seconds: 0.25,
  },
];

it('is a line a check for people, and of a failure what was sent, what came, why and what to do', () => {
  expect(asText(results).split('\n')).toEqual([
    'ok      GOOD: What GOOD asks',
    'skipped LEFT: What LEFT asks (no list # here)',
    'FAILED  BAD: What BAD asks',
    '          problem: HTTP 200 in place of <401>.',
    '          sent:    POST /graphql | authorization: Bearer {"alg":"EdDSA"}.{"aud":"newham"}.… | {"query":"{ a }"}',
    expect.stringMatching(/^ {10}came: {4}HTTP 200 \{"a":" \[2J x+… \(1013 characters\)$/),
    '          why:     A specification.',
    '          remedy:  Do it.',
    '1 passed, 1 failed, 1 skipped',
    '',
  ]);
});

it('is TAP 14, with # and \\ escaped, and a YAML block for a failure', () => {
  expect(asTap(results).split('\n')).toEqual([
    'TAP version 14',
    '1..3',
    'ok 1 - GOOD: What GOOD asks',
    'ok 2 - LEFT: What LEFT asks # SKIP no list \\# here',
    'not ok 3 - BAD: What BAD asks',
    '  ---',
    '  problem: "HTTP 200 in place of <401>."',
    expect.stringMatching(/^ {2}sent: "POST/),
    expect.stringMatching(/^ {2}came: "HTTP 200/),
    '  why: "A specification."',
    '  remedy: "Do it."',
    '  ...',
    '',
  ]);
});

it('is JUnit XML with counts, and without what XML has no place for', () => {
  const [head, all, suite, good, left, bad, ...rest] = asJunit(results, 'newham').split(/\n(?= *<)/);
  const counts = 'tests="3" failures="1" errors="0" skipped="1" time="0.750"';
  expect([head, all, suite]).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="conformance of newham" ${counts}>`,
  ]);
  expect(good).toBe('    <testcase name="What GOOD asks" classname="GOOD" time="0.500"/>');
  expect(left).toContain('<skipped message="no list # here"/>');
  expect(bad).toContain('<failure message="HTTP 200 in place of &lt;401&gt;." type="BAD">');
  expect(bad).toContain('remedy: Do it.</failure></testcase>');
  expect(rest.join('')).not.toMatch(/\p{Cc}(?<![\n])/u);
  expect(bad).not.toMatch(/[\0\u001b]/);
});

it.each([asText, asTap, (all: Result[]) => asJunit(all, 'newham')])('shows no signature of a token', (write) => {
  expect(write(results)).not.toContain('c2lnbmF0dXJl');
});
