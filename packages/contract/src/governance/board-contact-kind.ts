import { registerEnumType } from 'type-graphql';

export enum BoardContactKind {
  MEETING = 'MEETING',
  REPORT = 'REPORT',
}

registerEnumType(BoardContactKind, {
  name: 'BoardContactKind',
  description: 'What a partnership had to do with another board.',
  valuesConfig: {
    MEETING: { description: 'It met with the chair of the board (TRI-53).' },
    REPORT: { description: 'It reported to the board (HAV-22, RED-16).' },
  },
});
