import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isSpecifiedScalarType,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import { describedFields } from './described-fields';

interface TypeEntryProps {
  schema: GraphQLSchema;
  type: GraphQLNamedType;
  onOpen(type: string): void;
}

/** A type: what it is, its fields or values, and which types have it. */
export function TypeEntry({ schema, type, onOpen }: TypeEntryProps) {
  return (
    <>
      <h2>{type.name}</h2>
      {type.description && <p>{type.description}</p>}
      <dl>
        {partsOf(type).map(({ name, args = [], type: partType, description, deprecationReason }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
              {partType && (
                <>
                  : <TypeLink type={partType} onOpen={onOpen} />
                </>
              )}
            </dt>
            {description && <dd>{description}</dd>}
            {deprecationReason && <dd>Deprecated: {deprecationReason}</dd>}
            {args.map((arg) => (
              <dd key={arg.name} className="argument">
                <code>{arg.name}</code>: <TypeLink type={arg.type} onOpen={onOpen} /> {arg.description}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {isAbstractType(type) && (
        <>
          <h3>Types that are {type.name}</h3>
          <ul className="types">
            {schema.getPossibleTypes(type).map((possible) => (
              <li key={possible.name}>
                <TypeLink type={possible} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** A field, or a value of an enum, which has no type. */
interface Part {
  name: string;
  type?: GraphQLType;
  args?: readonly GraphQLArgument[];
  description?: string | null | undefined;
  deprecationReason?: string | null | undefined;
}

function partsOf(type: GraphQLNamedType): readonly Part[] {
  if (isEnumType(type)) return type.getValues();
  if (isInputObjectType(type)) return Object.values(type.getFields());
  return describedFields(type);
}

function TypeLink({ type, onOpen }: { type: GraphQLType; onOpen(type: string): void }) {
  const named = getNamedType(type);
  if (isSpecifiedScalarType(named)) return <span className="type">{String(type)}</span>;
  return (
    <button type="button" className="plain type" onClick={() => onOpen(named.name)}>
      {String(type)}
    </button>
  );
}
