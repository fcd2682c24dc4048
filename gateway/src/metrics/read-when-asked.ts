import { type Counter, type Gauge, type Registry } from 'prom-client';

/** A value of a metric, and the labels that it stands under. */
export type Figure = readonly [labels: Readonly<Record<string, string>>, value: number];

/** A metric whose values something else keeps. */
export interface KeptMetric {
  kind: typeof Counter<string> | typeof Gauge<string>;
  name: string;
  help: string;
  labelNames?: readonly string[];
  /** The values as they are now. */
  read(): Iterable<Figure>;
}

/** Adds a metric that is read when the metrics are asked for: what is counted costs an addition, and nothing here. */
export function readWhenAsked(registry: Registry, { kind: Kind, name, help, labelNames = [], read }: KeptMetric): void {
  new Kind({
    ...{ name, help, labelNames: [...labelNames], registers: [registry] },
    collect() {
      this.reset();
      for (const [labels, value] of read()) this.inc({ ...labels }, value);
    },
  });
}
