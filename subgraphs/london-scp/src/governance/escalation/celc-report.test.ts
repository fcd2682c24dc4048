import { describeRecords } from '../../../../../test/support/describe-record';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { londonScp } from '../../london-scp';
import { celcReport } from './celc-report-record';

const valid = { reference: 'CELC/own', subject: 'Secure places are short across London.', reportedOn: '2025-06-02' };

describeRecords(
  londonScp,
  (describeRecord) =>
    describeRecord(celcReport, {
      valid,
      other: { reportedOn: '2025-06-03' },
      refused: {
        REFERENCE_INVALID: { reference: 'a b' },
        TOO_LONG: { subject: 'Too long by far. '.repeat(60) },
        SAYS_NOTHING: { subject: 'no no' },
        NAMES_SOMEBODY: { subject: 'Ask someone@example.org' },
        DATE_IN_FUTURE: { reportedOn: '2099-01-01' },
      },
    }),
  requestIdentityOf('chair'),
);

describe('an issue for CELC', () => {
  let london: OpenSubgraph;
  beforeAll(async () => void (london = await openSubgraph(londonScp)));
  afterAll(() => london?.close());

  it.each([
    ['the coordinator', requestIdentityOf('london-coordinator')],
    ['the chair of a partnership', requestIdentityOf('chair', { partnership: 'lambeth' })],
  ])('is reported by the Chair, and not by %s', async (_, identity) => {
    const { data } = await london.ask(
      'mutation ($input: ReportToCelcInput!) { reportToCelc(input: $input) { report { id } userErrors { code } } }',
      { input: valid },
      identity,
    );
    expect(data).toEqual({ reportToCelc: { report: null, userErrors: [{ code: 'NOT_THE_CHAIR' }] } });
  });
});
