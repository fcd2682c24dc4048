import { RequestRefused } from '../http/http-errors';
import type { DirectAnswer } from '../operation/direct-answers';
import { patiently } from './patience';

const answer = (status: number, retryAfter?: string): DirectAnswer => ({
  status,
  headers: retryAfter === undefined ? [] : [['retry-after', retryAfter]],
  text: '{}',
});

/** Asks somebody who answers so, and says what came of it and how often was asked. */
async function asked(answers: (DirectAnswer | Error)[], left = Infinity) {
  let times = 0;
  const result = await patiently(
    async () => {
      const one = answers[times++]!;
      if (one instanceof Error) throw one;
      return one;
    },
    () => left,
  );
  return { status: result.status, times, text: result.text };
}

describe('a caller with patience', () => {
  it('asks once where it is answered, or refused for good', async () => {
    expect(await asked([answer(200)])).toMatchObject({ status: 200, times: 1 });
    expect(await asked([answer(403)])).toMatchObject({ status: 403, times: 1 });
  });

  it('asks again where it is to ask again, and has the answer of the last time', async () => {
    const busy = new RequestRefused('HUB_BUSY', { seconds: 0 }, { 'retry-after': '0' });
    expect(await asked([answer(429, '0'), busy, answer(200)])).toMatchObject({ status: 200, times: 3 });
  });

  it('does not ask again after more time than there is', async () => {
    expect(await asked([answer(429, '2')], 1000)).toMatchObject({ status: 429, times: 1 });
    const busy = new RequestRefused('HUB_BUSY', { seconds: 1 }, { 'retry-after': '1' });
    const refused = await asked([busy], 0);
    expect(refused).toMatchObject({ status: 503, times: 1 });
    expect(JSON.parse(refused.text)).toEqual({ errors: [{ message: busy.message, extensions: { code: 'HUB_BUSY' } }] });
  });

  it('leaves failures to whoever asked', async () => {
    await expect(asked([new Error('broken')])).rejects.toThrow('broken');
  });
});
