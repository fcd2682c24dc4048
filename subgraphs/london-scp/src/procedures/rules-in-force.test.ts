import { rulesInForce } from './rules-in-force';

const rule = (code: string, validFrom: string | null, validTo: string | null = null, amount = 1) => ({
  code,
  validFrom,
  validTo,
  amount,
});

describe('which rule applied on a day', () => {
  const rules = [
    rule('CONFERENCE', '2022-09-30', null, 15),
    rule('CONFERENCE', '2026-03-31', null, 10),
    rule('NOTICE', null, '2025', 5),
  ];
  const amountOn = (code: string, on: string) =>
    rulesInForce(rules, on)
      .filter((found) => found.code === code)
      .map(({ amount }) => amount);

  it.each([
    ['CONFERENCE', '2022-09-29', []],
    ['CONFERENCE', '2022-09-30', [15]],
    ['CONFERENCE', '2026-03-30', [15]],
    ['CONFERENCE', '2026-03-31', [10]],
    ['NOTICE', '1990-01-01', [5]],
    ['NOTICE', '2025-12-31', [5]],
    ['NOTICE', '2026-01-01', []],
  ])('%s on %s: %j', (code, on, amounts) => {
    expect(amountOn(code, on)).toEqual(amounts);
  });

  it('shows the end that the next rule sets, and leaves an earlier stated end as it is', () => {
    expect(rulesInForce(rules).map(({ validTo }) => validTo)).toEqual(['2026-03-30', null, '2025']);
    const stated = [rule('A', '2020', '2021-06'), rule('A', '2024-04')];
    expect(rulesInForce(stated)[0]!.validTo).toBe('2021-06');
  });
});
