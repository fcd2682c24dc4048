import { type ConfigInvalid, readConfig } from './config';

const SUBGRAPHS = 'london-scp=http://127.0.0.1:4001/graphql, lambeth=http://127.0.0.1:4002/graphql';

describe('readConfig', () => {
  it('needs the subgraphs only', () => {
    expect(readConfig({ SUBGRAPHS, PORT: '' })).toEqual({
      HOST: '127.0.0.1',
      PORT: 4000,
      SUBGRAPHS: [
        { name: 'london-scp', url: 'http://127.0.0.1:4001/graphql' },
        { name: 'lambeth', url: 'http://127.0.0.1:4002/graphql' },
      ],
      LOG_LEVEL: 'info',
      MAX_BODY_BYTES: 1_048_576,
      SUBGRAPH_TIMEOUT_MS: 5000,
      START_TIMEOUT_MS: 60_000,
    });
  });

  it.each([
    ['PORT', '4000x'],
    ['PORT', '70000'],
    ['LOG_LEVEL', 'loud'],
    ['MAX_BODY_BYTES', '-1'],
    ['SUBGRAPH_TIMEOUT_MS', '0'],
    ['START_TIMEOUT_MS', '1.5'],
    ['SUBGRAPHS', 'london-scp'],
    ['SUBGRAPHS', 'lambeth=http://127.0.0.1:4002/graphql'],
    ['SUBGRAPHS', `${SUBGRAPHS},lambeth=http://127.0.0.1:4003/graphql`],
    ['SUBGRAPHS', `${SUBGRAPHS},../etc=http://127.0.0.1:4003/graphql`],
    ['SUBGRAPHS', undefined],
  ])('names %s=%s and what to give instead', (name, value) => {
    expect(() => readConfig({ SUBGRAPHS, [name]: value })).toThrow(new RegExp(`^${name} is missing or wrong\\. Give `));
  });

  it('names every bad variable once', () => {
    try {
      readConfig({ PORT: 'x', LOG_LEVEL: 'x' });
      throw new Error('It was accepted.');
    } catch (error) {
      expect((error as ConfigInvalid).variables).toEqual(['PORT', 'SUBGRAPHS', 'LOG_LEVEL']);
    }
  });
});
