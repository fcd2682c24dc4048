import { HasDocuments } from '@hub/contract';
import type { PartnershipModule } from '../partnership-module';
import { DocumentsResolver } from './documents-resolver';

/** The governing documents one after another, and what one says otherwise than another. */
export const documents: PartnershipModule = () => ({
  capabilities: [HasDocuments],
  resolvers: [DocumentsResolver],
});
