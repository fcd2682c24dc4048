import type { Finding, PublicationResult } from '@hub/registry';

/** A publication as `/registry` answers it. */
export interface PublicationAnswer {
  number: number;
  subgraph: string;
  url: string | null;
  key: number | null;
  publishedAt: string;
  reason: string;
  result: PublicationResult;
  findings: Finding[];
  restores: number | null;
}
