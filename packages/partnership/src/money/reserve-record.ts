import { OpenReserveInput, Reserve } from '@hub/contract';
import { check, defineRecord, notNegative } from '@hub/subgraph-kit';
import { gssCode } from '../facts/fact-parts';

/** A reserve as stored. Its balance is derived, never stored. */
export class ReserveRecord extends Reserve {
  /** GSS code of the local authority that holds it. */
  localAuthorityCode!: string;
}

/** Reserves, once a local authority. */
export const reserve = defineRecord({
  row: ReserveRecord,
  table: 'reserve',
  stored: { localAuthorityCode: { type: 'text', primary: true }, balancePence: null },
  order: { localAuthorityCode: 'ASC' },
  mutation: 'openReserve',
  clauses: ['TRI-55'],
  description: 'Records what a local authority holds in reserve for the partnership (TRI-55): one reserve each.',
  input: OpenReserveInput,
  about: 'The reserve.',
  answers: { as: 'reserve', type: Reserve, what: 'The reserve', result: 'opening a reserve' },
  by: ['localAuthority'],
  key: ({ localAuthority }) => ({ localAuthorityCode: localAuthority }),
  content: ({ openingPence }) => ({ openingPence }),
  named: ({ localAuthority }) => `The reserve of ${localAuthority}`,
  taken: { field: 'openingPence', code: 'ALREADY_RECORDED' },
  checks: [
    check<OpenReserveInput>('LOCAL_AUTHORITY_UNKNOWN', 'localAuthority', ({ localAuthority }) => {
      return !gssCode.safeParse(localAuthority).success && 'localAuthority must be a GSS code of London, as E09000022.';
    }),
    notNegative('openingPence'),
  ],
  demonstration: 'displaces',
});
