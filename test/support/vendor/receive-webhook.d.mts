import type { IncomingHttpHeaders } from 'node:http';
import type { WebhookBody } from '@hub/contract';

export class WebhookReader {
  constructor(address: string, fetchJwks: () => Promise<object>);
  read(request: {
    method: string | undefined;
    headers: IncomingHttpHeaders;
    body: Buffer;
  }): Promise<{ message: WebhookBody; isNew: boolean }>;
}
