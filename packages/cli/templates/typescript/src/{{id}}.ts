import { join } from 'node:path';
import { definePartnership } from '@hub/partnership';

/** The subgraph of the {{id}} partnership. */
export const {{variable}} = definePartnership({
  id: '{{id}}',
  typeName: '{{prefix}}Partnership',
  localAuthorities: [{{codes}}],
  factsFolder: join(__dirname, '..', 'facts'),
});
