import { z } from 'zod';

/**
 * What a webhook says to a partnership's system: that something has come on, and nothing of the child. It asks for the rest by its
 * token.
 */
export const WEBHOOK_BODY = z
  .object({
    id: z.uuid().meta({ description: 'Of this webhook: the same again, with the same id, says nothing new.' }),
    topic: z.enum(['movement', 'refused']).meta({
      description: 'movement: it has come on. refused: a step of yours was refused.',
    }),
    movement: z.string().meta({ description: 'Id of the movement, as `movement:…`.' }),
    since: z.iso.datetime().meta({ description: 'When there was something to ask for.' }),
  })
  .meta({ id: 'WebhookBody', description: 'That there is something to ask for.' });

/** What a webhook says. Instants are ISO 8601 in UTC. */
export type WebhookBody = z.output<typeof WEBHOOK_BODY>;
