import { namesSomebody, type MoveData, type UserError } from '@hub/contract';
import { problem, proseProblems } from '@hub/subgraph-kit';

/** How long a text may be, in characters. */
const LONGEST_PROSE = { reason: 1000, reasonForMove: 1000, interimProtection: 1000, withheld: 200 } as const;
const LONGEST = { confirmation: 200, evidence: 200, originName: 200, destinationName: 200 } as const;
const MOST_DOCUMENTS = 50;
const LONGEST_TITLE = 200;
const SHA256 = /^[0-9a-f]{64}$/i;

/** Why a text is too long or names somebody, says nothing where it is to say why or what, or a list of documents is none. */
export function textProblems(data: MoveData): UserError[] {
  const { reason, reasonForMove, interimProtection, withheld, ...rest } = data;
  // That a step must say why, its procedure refuses.
  const prose = { reason: reason || undefined, reasonForMove, interimProtection, withheld };
  const { transferPack = [] } = rest;
  const tooLong = (Object.keys(LONGEST) as (keyof typeof LONGEST)[]).filter(
    (field) => (rest[field]?.length ?? 0) > LONGEST[field],
  );
  return [
    ...tooLong.map((field) =>
      problem(field, 'TOO_LONG', `${field} may have ${LONGEST[field]} characters. Say it in fewer.`),
    ),
    ...(Object.keys(LONGEST_PROSE) as (keyof typeof LONGEST_PROSE)[]).flatMap((field) =>
      prose[field] === undefined ? [] : proseProblems(field, prose[field], LONGEST_PROSE[field]),
    ),
    ...namesSomebody(rest).map(({ field, message }) => ({
      field: ['input', ...field],
      code: 'NAMES_SOMEBODY',
      message,
    })),
    ...(transferPack.length > MOST_DOCUMENTS
      ? [
          problem(
            'transferPack',
            'TOO_LONG',
            `A step names up to ${MOST_DOCUMENTS} documents. Share the rest by another.`,
          ),
        ]
      : transferPack.flatMap(({ title, sha256 }, index) => [
          ...documentProblem(title.trim() === '' || title.length > LONGEST_TITLE, index, 'title', 'TITLE_INVALID'),
          ...documentProblem(!SHA256.test(sha256), index, 'sha256', 'CHECKSUM_INVALID'),
        ])),
  ];
}

const REMEDIES = {
  title: `Give what the document is, in 1 to ${LONGEST_TITLE} characters.`,
  sha256: 'Give the SHA-256 of its bytes: 64 hexadecimal digits.',
};

function documentProblem(isWrong: boolean, index: number, part: keyof typeof REMEDIES, code: string): UserError[] {
  return isWrong ? [{ field: ['input', 'transferPack', String(index), part], code, message: REMEDIES[part] }] : [];
}
