import * as fc from 'fast-check';
import type { ArrivalQuestionRecord } from './arrival-records';
import { questionsAfter, type KnownArrival } from './questions-after';

const [X, Y, Z, W] = ['E09000022', 'E09000016', 'E09000026', 'E09000033'] as const;
const arrival = (more: Partial<KnownArrival> = {}): KnownArrival => ({
  ...{ id: 'movement:A', originCode: X, destinationCode: Z, overAt: null },
  ...{ responsible: null, notifiedBy: null, questions: [], ...more },
});
const at = (minute: number) => new Date(Date.parse('2026-03-02T10:00:00Z') + minute * 60_000).toISOString();
const open = (questions: readonly ArrivalQuestionRecord[]) =>
  questions.filter(({ endedAt }) => endedAt === null).map(({ asked }) => asked);

describe('what is asked about an arrival', () => {
  it('is asked of whom it names, and of whoever is responsible', () => {
    const questions = questionsAfter(arrival({ responsible: Y }), at(0));
    expect(questions).toMatchObject([
      { asked: X, isNamed: true, since: at(0), isKnown: null, endedAt: null },
      { asked: Y, isNamed: false, since: at(0), isKnown: null, endedAt: null },
    ]);
  });

  it('goes to another where the origin is put right, and the former is asked no more', () => {
    const questions = questionsAfter(arrival(), at(0));
    const after = questionsAfter(arrival({ originCode: W, questions }), at(9));
    expect(after).toMatchObject([
      { asked: X, since: at(0), endedAt: at(9), isKnown: null },
      { asked: W, since: at(9), endedAt: null },
    ]);
  });

  it('is answered by a notice of who is asked, and ends for the others', () => {
    const questions = questionsAfter(arrival({ responsible: Y }), at(0));
    expect(questionsAfter(arrival({ responsible: Y, questions, notifiedBy: X }), at(5))).toMatchObject([
      { asked: X, isKnown: true, metAt: at(5), endedAt: at(5) },
      { asked: Y, isKnown: null, metAt: null, endedAt: at(5) },
    ]);
  });

  it('ends with the record, unanswered', () => {
    const questions = questionsAfter(arrival(), at(0));
    expect(questionsAfter(arrival({ questions, overAt: at(5) }), at(5))).toMatchObject([
      { isKnown: null, metAt: null, endedAt: at(5) },
    ]);
  });

  it('begins once, whatever comes between, and the same again changes nothing', () => {
    const code = fc.constantFrom(X, Y, Z, W);
    const turn = fc.record({
      originCode: fc.constantFrom(X, Y, W, 'UNKNOWN'),
      responsible: fc.option(code),
      notifiedBy: fc.option(code, { freq: 6 }),
      overAt: fc.constantFrom(null, null, null, at(0)),
    });
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 12 }), (turns) => {
        let questions: ArrivalQuestionRecord[] = [];
        turns.forEach((now, minute) => {
          const before = new Map(questions.map(({ asked, since }) => [asked, since]));
          questions = questionsAfter(arrival({ ...now, questions }), at(minute));
          expect(questionsAfter(arrival({ ...now, questions }), at(minute + 1))).toEqual(questions);
          for (const { asked, since } of questions) expect(since).toBe(before.get(asked) ?? at(minute));
          expect([...before.keys()].every((asked) => questions.some((one) => one.asked === asked))).toBe(true);
          const isOver = now.overAt !== null || now.notifiedBy !== null;
          const wanted = [now.originCode, now.responsible ?? 'UNKNOWN'].filter((one) => one !== 'UNKNOWN');
          expect(new Set(open(questions))).toEqual(new Set(isOver ? [] : wanted.filter((one) => one !== Z)));
        });
      }),
    );
  });
});
