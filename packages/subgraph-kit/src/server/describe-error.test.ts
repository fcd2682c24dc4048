import { QueryFailedError } from 'typeorm';
import { describeError } from './describe-error';

test('keeps the values of a failed statement out of the log', () => {
  const refused = Object.assign(new Error('invalid input syntax for type uuid: "999 123 4567"'), {
    code: '22P02',
    detail: 'Key (nhs_number)=(9991234567) already exists.',
    table: 'child',
    constraint: 'child_pkey',
  });
  const description = describeError(new QueryFailedError('INSERT INTO child VALUES ($1)', ['9991234567'], refused));
  expect(description).toMatchObject({
    type: 'QueryFailedError',
    message: 'a database statement failed',
    code: '22P02',
    table: 'child',
    constraint: 'child_pkey',
  });
  expect(description.stack).toMatch(/^\s+at /);
  expect(JSON.stringify(description)).not.toMatch(/999|INSERT/);
});

test('describes an ordinary error by its message', () => {
  expect(describeError(new TypeError('no such thing'))).toMatchObject({ type: 'TypeError', message: 'no such thing' });
});

test('says nothing of a thrown value that is not an error', () => {
  expect(describeError('9991234567')).toEqual({ type: 'string', message: 'something other than an Error was thrown' });
});

test('leaves out what a message quotes', () => {
  const { message } = describeError(new Error('Int cannot represent value: "Smith, J", nor 9991234567.'));
  expect(message).toBe('Int cannot represent value: "…", nor ….');
});
