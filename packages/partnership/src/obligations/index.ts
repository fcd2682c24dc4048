import { HasObligations } from '@hub/contract';
import type { PartnershipModule } from '../partnership-module';
import { loadObligations } from './load-obligations';
import { ObligationRules1764800000000 } from './obligation-migration';
import { obligationRuleSchema } from './obligation-rule-record';
import { obligationsResolverFor } from './obligations-resolver';
import { partnershipReaders } from './record-readers';

/** The table of what a governing document obliges to. */
export const obligationTables = { facts: [obligationRuleSchema], migrations: [ObligationRules1764800000000] };

/** What a founding document obliges to, and how it stands by the records. */
export const obligations: PartnershipModule = ({ facts }) => ({
  capabilities: [HasObligations],
  resolvers: [obligationsResolverFor(HasObligations, partnershipReaders)],
  ...obligationTables,
  load: (manager) => loadObligations(manager, facts()),
});
