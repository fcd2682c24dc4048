import { partnershipTypeName } from './directory-files';

describe('the type name of a partnership', () => {
  it.each([
    ['Ward2Partnership', 'must be of letters from A to Z alone, without digits, as HaveringPartnership'],
    ['haveringPartnership', 'must begin with a capital letter, as HaveringPartnership'],
    ['Havering', 'must end in Partnership, after a name, as HaveringPartnership'],
    ['Partnership', 'must end in Partnership, after a name, as HaveringPartnership'],
  ])('%s is refused for what is wrong with it', (name, message) => {
    expect(partnershipTypeName.safeParse(name).error!.issues.map((issue) => issue.message)).toEqual([message]);
  });

  it('is one of letters that ends in Partnership', () => {
    expect(partnershipTypeName.parse('TriBoroughPartnership')).toBe('TriBoroughPartnership');
  });
});
