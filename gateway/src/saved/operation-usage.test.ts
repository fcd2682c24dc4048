import { clientName, OperationUsage } from './operation-usage';

describe('the use of operations', () => {
  it('is counted by operation and client', () => {
    const usage = new OperationUsage();
    usage.note('01-names', 'dashboard');
    usage.note('01-names', 'dashboard');
    usage.note('unsaved', 'dashboard');
    usage.note('01-names', 'unnamed');
    expect(usage.counts).toEqual([
      { operation: '01-names', client: 'dashboard', asked: 2 },
      { operation: 'unsaved', client: 'dashboard', asked: 1 },
      { operation: '01-names', client: 'unnamed', asked: 1 },
    ]);
  });

  it('tells no more clients apart than it has room for, whatever they call themselves', () => {
    const usage = new OperationUsage(2);
    for (const client of ['a', 'b', 'c', 'd', 'a']) usage.note('01-names', client);
    expect(usage.counts.map(({ client, asked }) => [client, asked])).toEqual([
      ['a', 2],
      ['b', 1],
      ['other', 2],
    ]);
  });
});

describe('the name of a client', () => {
  it.each(['dashboard', '@council/dashboard', 'iOS app 2.1', 'x'.repeat(64)])('is taken as it is: %s', (name) => {
    expect(clientName({ 'apollographql-client-name': name })).toBe(name);
  });

  it.each([undefined, '', ' x', 'x'.repeat(65), 'a"b', 'a\nb', 'é', ['a', 'b']])('is none where it is %j', (name) => {
    expect(clientName({ 'apollographql-client-name': name })).toBe('unnamed');
  });
});
