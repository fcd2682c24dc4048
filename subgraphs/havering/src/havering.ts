import { join } from 'node:path';
import { copiedIdentity, definePartnership } from '@hub/partnership';

/** The subgraph of the havering partnership. */
export const havering = definePartnership({
  id: 'havering',
  typeName: 'HaveringPartnership',
  localAuthorities: ['E09000016'],
  factsFolder: join(__dirname, '..', 'facts'),
  ...copiedIdentity(process.env),
});
