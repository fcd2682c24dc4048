/** What else Jest's timers would stand in for: all but the date goes on as it does. */
const REAL = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
  ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
];

/**
 * Lets the tests of a file run on another day, for what may not lie in the future. The database keeps the real one.
 *
 * @param day - as `2032-12-01`.
 */
export function clockAt(day: string): void {
  beforeAll(() => void jest.useFakeTimers({ now: new Date(`${day}T12:00:00Z`), doNotFake: [...REAL] }));
  afterAll(() => void jest.useRealTimers());
}
