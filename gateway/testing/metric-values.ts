import { request } from 'undici';

/** The metrics of a gateway, as Prometheus reads them. */
export async function readMetrics(metricsUrl: string): Promise<string> {
  const { body } = await request(metricsUrl);
  return body.text();
}

/** A value by the whole of its name and labels, in their order: `hub_questions{state="waiting"}`. Undefined where there is none. */
export function valueOf(metrics: string, series: string): number | undefined {
  const line = metrics.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length));
}
