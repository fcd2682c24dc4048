import { CONTRACT_FILE } from '@hub/registry';
import { type ConfigInvalid, readConfig } from './config';

const SUBGRAPHS = 'london-scp=http://127.0.0.1:4001/graphql, lambeth=http://127.0.0.1:4002/graphql';

describe('readConfig', () => {
  it('needs the subgraphs only', () => {
    expect(readConfig({ SUBGRAPHS, PORT: '' })).toEqual({
      HOST: '127.0.0.1',
      PORT: 4000,
      SUBGRAPHS: [
        { name: 'london-scp', urls: ['http://127.0.0.1:4001/graphql'] },
        { name: 'lambeth', urls: ['http://127.0.0.1:4002/graphql'] },
      ],
      LOG_LEVEL: 'info',
      METRICS_HOST: '127.0.0.1',
      OTEL_TRACES_SAMPLER_ARG: 1,
      MAX_BODY_BYTES: 1_048_576,
      SUBGRAPH_TIMEOUT_MS: 5000,
      QUESTION_TIMEOUT_MS: 10_000,
      START_TIMEOUT_MS: 60_000,
      CONTRACT: CONTRACT_FILE,
      TOKEN_AUDIENCE: 'london-scp-hub',
      TOKEN_ALGORITHMS: ['EdDSA', 'ES256', 'PS256', 'RS256'],
      CORS_ORIGINS: [],
      RATE_LIMIT_PER_MINUTE: 600,
      REGISTRY_ROUTING_HOSTS: [],
      SAVED_OPERATIONS_ONLY: false,
      BREAK_GLASS_MINUTES: 60,
    });
  });

  it.each([
    ['PORT', '4000x'],
    ['PORT', '70000'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_PORT', '-1'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
    ['MAX_BODY_BYTES', '-1'],
    ['SUBGRAPH_TIMEOUT_MS', '0'],
    ['QUESTION_TIMEOUT_MS', 'soon'],
    ['START_TIMEOUT_MS', '1.5'],
    ['SUBGRAPHS', 'london-scp'],
    ['SUBGRAPHS', 'lambeth=http://127.0.0.1:4002/graphql'],
    ['SUBGRAPHS', `${SUBGRAPHS},lambeth=http://127.0.0.1:4003/graphql`],
    ['SUBGRAPHS', `${SUBGRAPHS},../etc=http://127.0.0.1:4003/graphql`],
    ['SUBGRAPHS', `${SUBGRAPHS}|ftp://127.0.0.1:4003/graphql`],
    ['SUBGRAPHS', `${SUBGRAPHS}|`],
    ['SUBGRAPHS', `${SUBGRAPHS}|http://127.0.0.1:4002/graphql`],
    ['SUBGRAPHS', undefined],
    ['TOKEN_JWKS', 'jwks.json', 'TOKEN_ISSUER'],
    ['TOKEN_ISSUER', 'https://issuer.example', 'TOKEN_JWKS'],
    ['DEVELOPMENT_ISSUER_KEYS', 'keys.json', 'TOKEN_ISSUER'],
    ['TOKEN_ALGORITHMS', 'EdDSA,HS256'],
    ['TOKEN_ALGORITHMS', 'none'],
    ['DATABASE_URL', 'mysql://127.0.0.1/london-scp'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'https://dashboard.example/path'],
    ['SAVED_OPERATIONS_ONLY', 'yes'],
    ['RATE_LIMIT_PER_MINUTE', '0'],
    ['BREAK_GLASS_MINUTES', '0'],
    ['BREAK_GLASS_MINUTES', '1441'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/33'],
  ])('names %s=%s and what to give instead', (name, value, named = name) => {
    expect(() => readConfig({ SUBGRAPHS, [name]: value })).toThrow(
      new RegExp(`^${named} is missing or wrong\\. Give `),
    );
  });

  it('takes several addresses of one subgraph', () => {
    const { SUBGRAPHS: read } = readConfig({ SUBGRAPHS: `${SUBGRAPHS}|http://127.0.0.1:4003/graphql` });
    const urls = ['http://127.0.0.1:4002/graphql', 'http://127.0.0.1:4003/graphql'];
    expect(read[1]).toEqual({ name: 'lambeth', urls });
  });

  it('takes lists by comma', () => {
    const config = readConfig({
      SUBGRAPHS,
      CORS_ORIGINS: 'https://a.example, http://b:81',
      TRUST_PROXY: '10.0.0.0/8,::1',
    });
    expect(config).toMatchObject({
      CORS_ORIGINS: ['https://a.example', 'http://b:81'],
      TRUST_PROXY: ['10.0.0.0/8', '::1'],
    });
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
