import { Field, ID, InputType, Int } from 'type-graphql';
import { textsFit } from './texts-fit';

@InputType()
class PartInput {
  @Field(() => String)
  role!: string;
}

@InputType()
class WholeInput {
  @Field(() => ID)
  bodyId!: string;

  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => [String], { nullable: true })
  sections?: string[] | null;

  @Field(() => [PartInput], { nullable: true })
  parts?: PartInput[] | null;

  @Field(() => Int, { nullable: true })
  findings?: number | null;
}

@InputType()
class WithoutTextInput {
  @Field(() => Int)
  findings!: number;
}

const NUMBER = '943 476 5919';

async function codesOf(given: Partial<WholeInput>): Promise<string[]> {
  const problems = await textsFit(WholeInput).problems({ bodyId: '9434765919', ...given }, null as never);
  return problems.flatMap((one) => (one ? [`${one.field[1]} ${one.code}`] : []));
}

describe('texts of what is recorded', () => {
  it.each<[Partial<WholeInput>, string[]]>([
    [{ title: NUMBER }, ['title NAMES_SOMEBODY']],
    [{ sections: ['Foreword', NUMBER] }, ['sections NAMES_SOMEBODY']],
    [{ parts: [{ role: 'Chair' }, { role: NUMBER }] }, ['parts NAMES_SOMEBODY']],
    [{ title: 'a'.repeat(2001) }, ['title TOO_LONG']],
    [{ title: `${NUMBER} ${'a '.repeat(1001)}` }, ['title NAMES_SOMEBODY', 'title TOO_LONG']],
    [{ title: 'https://example.org/minutes/9434765919' }, ['title NAMES_SOMEBODY']],
    [{ title: 'https://example.org/minutes?of=sw1a1aa' }, ['title NAMES_SOMEBODY']],
  ])('are refused as in %j', async (given, codes) => {
    expect(await codesOf(given)).toEqual(codes);
  });

  it.each<Partial<WholeInput>>([
    { title: 'Neglect', sections: [], parts: null, findings: 9 },
    { title: 'a'.repeat(2000) },
    // Together these are ten digits, with the check digit of an NHS number.
    { title: 'https://example.org/9434/76/5919' },
  ])('are kept as in %j', async (given) => {
    expect(await codesOf(given)).toEqual([]);
  });

  it('have codes only where there are some', () => {
    expect(textsFit(WholeInput).codes).toEqual(['NAMES_SOMEBODY', 'TOO_LONG']);
    expect(textsFit(WithoutTextInput).codes).toEqual([]);
  });
});
