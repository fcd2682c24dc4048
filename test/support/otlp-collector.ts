import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span, as a collector gets it. */
export interface CollectedSpan {
  service: string;
  name: string;
  traceId: string;
  spanId: string;
  /** Empty at the beginning of a trace. */
  parentSpanId: string;
  attributes: Record<string, string | number>;
  isFailed: boolean;
}

/** A collector of traces on loopback: OTLP over HTTP, in JSON. */
export interface OtlpCollector {
  endpoint: string;
  /** All that came since the last time that they were taken. */
  take(): CollectedSpan[];
  end(): Promise<void>;
}

interface OtlpValue {
  stringValue?: string;
  intValue?: number;
}

interface OtlpAttribute {
  key: string;
  value: OtlpValue;
}

interface OtlpRequest {
  resourceSpans: {
    resource: { attributes: OtlpAttribute[] };
    scopeSpans: {
      spans: {
        name: string;
        traceId: string;
        spanId: string;
        parentSpanId?: string;
        attributes: OtlpAttribute[];
        status?: { code?: number };
      }[];
    }[];
  }[];
}

const FAILED = 2;

/** Starts a collector. */
export async function startOtlpCollector(): Promise<OtlpCollector> {
  let collected: CollectedSpan[] = [];
  const server = createServer(async (request, response) => {
    const text = Buffer.concat(await request.toArray()).toString();
    const isTraces = request.method === 'POST' && request.url === '/v1/traces';
    if (isTraces) collected.push(...spansIn(JSON.parse(text) as OtlpRequest));
    response.writeHead(isTraces ? 200 : 404, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = collected;
      collected = [];
      return taken;
    },
    async end() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function spansIn({ resourceSpans }: OtlpRequest): CollectedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ name, traceId, spanId, parentSpanId = '', attributes, status }) => ({
        service: String(valuesOf(resource.attributes)['service.name']),
        ...{ name, traceId, spanId, parentSpanId, attributes: valuesOf(attributes), isFailed: status?.code === FAILED },
      })),
    ),
  );
}

const valuesOf = (attributes: OtlpAttribute[]): Record<string, string | number> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]));
