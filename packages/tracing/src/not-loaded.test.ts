import * as tracing from './index';

const load = jest.fn();
jest.mock('./otlp-tracing', () => {
  load();
  return { OtlpTracing: class {} };
});

it('what makes spans is loaded once they are asked for, and not before', () => {
  expect(Object.keys(tracing)).toEqual(['startTracing']);
  expect(load).not.toHaveBeenCalled();
  tracing.startTracing({ service: 'lambeth', endpoint: 'http://127.0.0.1:4318' });
  expect(load).toHaveBeenCalledTimes(1);
});
