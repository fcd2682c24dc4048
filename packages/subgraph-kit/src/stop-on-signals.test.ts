import { EventEmitter } from 'node:events';
import { stopOnSignals } from './stop-on-signals';

class FakeProcess extends EventEmitter {
  readonly exit = jest.fn();
}

const settle = () => new Promise((resolve) => setImmediate(resolve));
const never = () => new Promise<void>(() => {});

test.each(['SIGTERM', 'SIGINT'])('on %s closes, then exits with 0', async (signal) => {
  const target = new FakeProcess();
  const close = jest.fn(async () => {});
  stopOnSignals(close, target);
  expect(close).not.toHaveBeenCalled();
  target.emit(signal);
  await settle();
  expect(close).toHaveBeenCalledTimes(1);
  expect(target.exit.mock.calls).toEqual([[0]]);
});

test('exits with 1 when closing fails', async () => {
  const target = new FakeProcess();
  stopOnSignals(() => Promise.reject(new Error('stuck')), target);
  target.emit('SIGTERM');
  await settle();
  expect(target.exit.mock.calls).toEqual([[1]]);
});

test('exits with 1 on a second signal', () => {
  const target = new FakeProcess();
  stopOnSignals(never, target);
  target.emit('SIGTERM');
  target.emit('SIGINT');
  expect(target.exit.mock.calls).toEqual([[1]]);
});

test('exits with 1 when closing takes too long', () => {
  jest.useFakeTimers();
  try {
    const target = new FakeProcess();
    stopOnSignals(never, target);
    target.emit('SIGTERM');
    jest.advanceTimersByTime(9_999);
    expect(target.exit).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(target.exit.mock.calls).toEqual([[1]]);
  } finally {
    jest.useRealTimers();
  }
});
