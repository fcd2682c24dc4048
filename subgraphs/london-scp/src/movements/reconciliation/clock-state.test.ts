import { clockState } from './clock-state';

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const started = { ruleId: 'rule', startedAt: day(1), dueAt: day(10), metAt: null, stoppedAt: null };

it.each([
  ['is not specified without a rule', { ...started, ruleId: null }, 5, 'NOT_SPECIFIED'],
  ['has not started before what starts it', { ...started, startedAt: null, dueAt: null }, 5, 'NOT_STARTED'],
  ['is not known where nobody can compute when it is due', { ...started, dueAt: null }, 5, 'NOT_KNOWN'],
  [
    'is not known where it was met without a day on which it is due',
    { ...started, dueAt: null, metAt: day(3) },
    5,
    'NOT_KNOWN',
  ],
  ['runs until it is due', started, 10, 'RUNNING'],
  ['is late after that', started, 11, 'LATE'],
  ['is met in time', { ...started, metAt: day(10) }, 20, 'MET'],
  ['is late where it was met late', { ...started, metAt: day(11) }, 20, 'LATE'],
  ['is stopped by the end of the movement', { ...started, stoppedAt: day(9) }, 20, 'STOPPED'],
  ['is late where the movement ended later than it was due', { ...started, stoppedAt: day(11) }, 20, 'LATE'],
])('a clock %s', (_, readings, now, state) => {
  expect(clockState(readings, day(now))).toBe(state);
});
