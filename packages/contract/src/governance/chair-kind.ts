import { registerEnumType } from 'type-graphql';

export enum ChairKind {
  LOCAL_AUTHORITY_CHIEF_EXECUTIVE = 'LOCAL_AUTHORITY_CHIEF_EXECUTIVE',
  INDEPENDENT = 'INDEPENDENT',
  ROTATING = 'ROTATING',
  SUBGROUP_CHAIRS = 'SUBGROUP_CHAIRS',
  NOT_SPECIFIED = 'NOT_SPECIFIED',
}

registerEnumType(ChairKind, {
  name: 'ChairKind',
  description: 'Who chairs a body.',
  valuesConfig: {
    LOCAL_AUTHORITY_CHIEF_EXECUTIVE: { description: 'A chief executive of a London local authority (LON-17).' },
    INDEPENDENT: { description: 'A person independent of the partners (HAV-21, RED-15, TRI-43).' },
    ROTATING: { description: 'One of the statutory partners in turn (LAM-02).' },
    SUBGROUP_CHAIRS: { description: 'The chairs and co-chairs of subgroups together (TRI-14).' },
    NOT_SPECIFIED: { description: 'The document names no chair for this body.' },
  },
});
