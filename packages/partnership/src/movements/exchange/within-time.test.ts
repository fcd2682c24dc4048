import { withinTime } from './within-time';

/** As a request that does not hear that it is to end. */
const deaf = () => new Promise<never>(() => undefined);

describe('what may go on for a time', () => {
  it('is over when it is ended, also where it does not hear of it', async () => {
    const ending = new AbortController();
    const waiting = withinTime({ signal: ending.signal, ms: 60_000 }, deaf);
    ending.abort(new Error('The relay stops.'));
    await expect(waiting).rejects.toThrow('The relay stops.');
    await expect(withinTime({ signal: ending.signal, ms: 60_000 }, deaf)).rejects.toThrow('The relay stops.');
  });

  it('is over after its time without a sign of life, and not before', async () => {
    const { signal } = new AbortController();
    await expect(withinTime({ signal, ms: 20 }, deaf)).rejects.toMatchObject({ name: 'TimeoutError' });
    const signs = async (_: AbortSignal, onSign: () => void) => {
      for (let count = 0; count < 8; count++) {
        await new Promise((resolve) => setTimeout(resolve, 25));
        onSign();
      }
      return 'alive';
    };
    await expect(withinTime({ signal, ms: 150 }, signs)).resolves.toBe('alive');
  });
});
