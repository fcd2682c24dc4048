import 'reflect-metadata';
import * as fc from 'fast-check';
import { QuorumResult } from './quorum-result';
import { QuorumRule } from './quorum-rule';
import { Sector } from './sector';
import { quorumResult } from './quorum';

const statutory = [Sector.LOCAL_AUTHORITY, Sector.POLICE, Sector.NHS];
const sectors = fc.array(fc.constantFrom(...Object.values(Sector)));

describe('a meeting that needs all statutory partners', () => {
  it('is quorate with local authority, police and NHS, named as enum or as text', () => {
    expect(quorumResult(QuorumRule.ALL_STATUTORY_PARTNERS, statutory)).toBe(QuorumResult.QUORATE);
    expect(quorumResult('ALL_STATUTORY_PARTNERS', ['NHS', 'POLICE', 'LOCAL_AUTHORITY'])).toBe('QUORATE');
  });

  it.each(statutory)('is inquorate without %s, whoever else came', (absent) => {
    const present = Object.values(Sector).filter((sector) => sector !== absent);
    expect(quorumResult('ALL_STATUTORY_PARTNERS', present)).toBe('INQUORATE');
  });

  it('is inquorate when three came of one partner', () => {
    expect(quorumResult('ALL_STATUTORY_PARTNERS', ['POLICE', 'POLICE', 'POLICE'])).toBe('INQUORATE');
  });

  it('is inquorate when nobody came', () => {
    expect(quorumResult('ALL_STATUTORY_PARTNERS', [])).toBe('INQUORATE');
  });

  it('stays quorate however many more come', () => {
    fc.assert(
      fc.property(sectors, (others) => {
        expect(quorumResult('ALL_STATUTORY_PARTNERS', [...others, ...statutory])).toBe('QUORATE');
      }),
    );
  });
});

describe('a meeting of a body whose document states no quorum', () => {
  it('is judged neither way, whoever came', () => {
    fc.assert(
      fc.property(sectors, (present) => {
        expect(quorumResult('NOT_SPECIFIED', present)).toBe('NOT_SPECIFIED');
      }),
    );
  });
});

describe('a rule that is not known', () => {
  it('is refused', () => {
    expect(() => quorumResult('MAJORITY' as QuorumRule, statutory)).toThrow(
      new RangeError('A quorum rule must be one of ALL_STATUTORY_PARTNERS, NOT_SPECIFIED, not "MAJORITY".'),
    );
  });
});
