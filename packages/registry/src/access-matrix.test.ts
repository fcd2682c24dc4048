import { roleOf, ROLE_NAMES } from '@hub/access';
import { accessMatrix, ownApiMatrix } from './access-matrix';
import { accessReference } from './access-reference';
import { composeSupergraph } from './compose-supergraph';

const { supergraphSdl } = composeSupergraph([
  {
    name: 'london-scp',
    url: 'http://127.0.0.1:4001/graphql',
    sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
        import: ["@inaccessible", "@tag", "@authenticated", "@requiresScopes"])
      type Query @tag(name: "public") { meetings: [Meeting!]! me: String @authenticated }
      type Meeting @tag(name: "public") { heldOn: String! cost: Cost secret: Int @inaccessible }
      type Cost @requiresScopes(scopes: [["budget:read"]]) { pence: Int! }
      type Mutation {
        recordMeeting: Meeting @requiresScopes(scopes: [["london-scp:write"]])
        signOff: Meeting @requiresScopes(scopes: [["decisions:sign-nhs"], ["networks:write", "budget:write"]])
      }`,
  },
]);

const OWN_API = `
  type Query { partnership: String @tag(name: "public") }
  type Meeting @tag(name: "public") { heldOn: String! }
  type Mutation {
    notify: Done @requiresScopes(scopes: [["movements:write"]])
    recordMeeting: Done @requiresScopes(scopes: [["lambeth:write"]])
    forget: Done @authenticated
  }
  type Done @authenticated { at: String }`;

const rows = new Map(accessMatrix(supergraphSdl).map((row) => [`${row.type}.${row.field}`, row]));
const whoMay = (field: string) => ROLE_NAMES.filter((role) => rows.get(field)!.roles[role] === 'yes');

describe('the access matrix', () => {
  it('has every field that a client can see', () => {
    expect([...rows.keys()].sort()).toEqual([
      'Cost.pence',
      'Meeting.cost',
      'Meeting.heldOn',
      'Mutation.recordMeeting',
      'Mutation.signOff',
      'Query.me',
      'Query.meetings',
    ]);
  });

  it('opens what is public to everybody, and what needs a token to every role', () => {
    expect(rows.get('Query.meetings')!.anonymous).toBe('yes');
    expect(whoMay('Query.meetings')).toEqual(ROLE_NAMES);
    expect(rows.get('Query.me')!.anonymous).toBe('no');
    expect(whoMay('Query.me')).toEqual(ROLE_NAMES);
  });

  it('guards a field by the type that it returns', () => {
    expect(whoMay('Meeting.cost')).toEqual(whoMay('Cost.pence'));
    expect(whoMay('Meeting.cost')).toContain('dashboard-client');
    expect(whoMay('Meeting.cost')).not.toContain('duty-team');
    expect(rows.get('Meeting.cost')!.anonymous).toBe('no');
  });

  it('takes alternatives as alternatives, and scopes that are needed together as such', () => {
    expect(whoMay('Mutation.signOff')).toEqual(['london-coordinator', 'statutory-partner-nhs']);
  });

  it("says of a partnership's records that a role may write in its own", () => {
    const { roles } = rows.get('Mutation.recordMeeting')!;
    expect(ROLE_NAMES.filter((role) => roles[role] === 'own')).toEqual(['business-manager', 'partnership-system']);
    expect(whoMay('Mutation.recordMeeting')).toEqual([]);
  });
});

describe("a partnership's own API", () => {
  const own = new Map(ownApiMatrix(OWN_API, 'lambeth').map((row) => [`${row.type}.${row.field}`, row]));
  const whoMayOwn = (field: string) => ROLE_NAMES.filter((role) => own.get(field)!.roles[role] === 'own');

  it('is for roles that name a partnership, at their own and nowhere else', () => {
    expect(whoMayOwn('Mutation.notify')).toEqual(['duty-team', 'conference-chair', 'partnership-system']);
    expect(whoMayOwn('Mutation.recordMeeting')).toEqual(['business-manager', 'partnership-system']);
    expect([...own.values()].flatMap(({ roles }) => Object.values(roles))).not.toContain('yes');
    const nowhere = ROLE_NAMES.filter((role) => !whoMayOwn('Mutation.forget').includes(role));
    expect(nowhere).toEqual(ROLE_NAMES.filter((role) => roleOf(role).partnership === 'none'));
    expect(nowhere).toContain('analyst');
  });

  it('shows without a token what is public', () => {
    expect(own.get('Query.partnership')!.anonymous).toBe('yes');
    expect(own.get('Mutation.notify')!.anonymous).toBe('no');
  });
});

describe('access.md', () => {
  const OWN_APIS = ['lambeth', 'havering'].map((name) => ({ name, sdl: OWN_API.replace('lambeth', name) }));
  const lines = accessReference(supergraphSdl, OWN_APIS)
    .split('\n')
    .map((line) => line.replace(/ +/g, ' '));
  const row = (start: string) => lines.filter((line) => line.startsWith(`| ${start} |`));

  it('has one row for a type whose fields need the same, and names those that differ', () => {
    expect(row('`Cost`')).toHaveLength(1);
    expect(row('`Meeting`: `cost`')[0]).toContain('| `budget:read` | · | ✓ |');
    expect(row('`Meeting`: `heldOn`')[0]).toContain('| public | ✓ | ✓ |');
  });

  it('has a row for each mutation, each role and each scope', () => {
    expect(row('`recordMeeting`')[0]).toContain('| own |');
    for (const [index, role] of ROLE_NAMES.entries()) {
      expect(lines.filter((line) => line.startsWith(`| ${index + 1} | \`${role}\` |`))).toHaveLength(1);
    }
    expect(lines).toContain('| `movements:read` | Movements of children that the caller is a party to. | yes |');
  });

  it('has what is at home in a section of its own, once for all partnerships, and not among the mutations of the hub', () => {
    const [mutations, atHome] = lines.join('\n').split('## Mutations')[1]!.split('## At home');
    expect(mutations).not.toContain('notify');
    expect(atHome).toMatch(/`Mutation`: `notify` \| `movements:write` \| · \|.* own \|/);
    expect(atHome!.match(/`Mutation`: `recordMeeting` \| `<partnership>:write`/g)).toHaveLength(1);
    expect(atHome).toContain('| `Done` |');
    expect(atHome).not.toContain('| `Meeting` |');
  });
});
