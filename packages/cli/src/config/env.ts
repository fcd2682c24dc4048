import { z } from 'zod';
import { HubError } from '../errors';

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(4000),
  HUB_HOME: z.string().optional(),
  HUB_DEMO: z
    .enum(['0', '1'])
    .transform((value) => value === '1')
    .default(true),
});

/** What the environment says about a start. */
export interface StartEnvironment {
  /** Port of the gateway; 0 is any free one. @default 4000 */
  port: number;
  /** Folder of all state. @default `.hub` in the workspace */
  home: string | undefined;
  /** Whether demonstration data is loaded beside the reference facts. @default true */
  demo: boolean;
}

/** Reads the variables of `hub start`. An empty variable counts as absent. */
export function readStartEnvironment(env: NodeJS.ProcessEnv): StartEnvironment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
    if (wrong.has('PORT')) throw new HubError('PORT_INVALID', { value: env.PORT ?? '' });
    throw new HubError('DEMO_INVALID', { value: env.HUB_DEMO ?? '' });
  }
  return { port: parsed.data.PORT, home: parsed.data.HUB_HOME, demo: parsed.data.HUB_DEMO };
}
