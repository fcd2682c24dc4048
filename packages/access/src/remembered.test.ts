import { Remembered } from './remembered';

beforeEach(() => jest.useFakeTimers({ now: 1000 }));
afterEach(() => jest.useRealTimers());

it('keeps a value until its time, and not at it', () => {
  const remembered = new Remembered<string>(2);
  remembered.set('a', 'one', 2000);
  jest.setSystemTime(1999);
  expect(remembered.get('a')).toBe('one');
  jest.setSystemTime(2000);
  expect(remembered.get('a')).toBeUndefined();
});

it('forgets what was set longest ago once there are too many', () => {
  const remembered = new Remembered<number>(2);
  for (const key of ['a', 'b', 'a', 'c']) remembered.set(key, 1, 2000);
  expect(['a', 'b', 'c'].map((key) => remembered.get(key))).toEqual([1, undefined, 1]);
});
