import { isSpecifiedScalarType, type GraphQLSchema } from 'graphql';
import { TypeEntry } from './type-entry';
import type { KnownSchema } from './use-schema';

interface FieldGuideProps {
  known: KnownSchema;
  /** The types that were opened, the latest last. */
  trail: readonly string[];
  onTrail(trail: readonly string[]): void;
}

/** What can be asked for, type by type, each field with its description. */
export function FieldGuide({ known: { schema, problem }, trail, onTrail }: FieldGuideProps) {
  if (!schema) {
    return <p role="status">{problem ? `The fields cannot be shown: ${problem}` : 'Reading what can be asked…'}</p>;
  }
  const name = trail.at(-1);
  const type = name === undefined ? undefined : schema.getType(name);
  const open = (next: string) => onTrail([...trail, next]);
  return (
    <section className="fields" aria-label="What can be asked">
      {trail.length > 0 && (
        <button type="button" className="plain" onClick={() => onTrail(trail.slice(0, -1))}>
          Back to {trail.at(-2) ?? 'the beginning'}
        </button>
      )}
      {type ? <TypeEntry schema={schema} type={type} onOpen={open} /> : <Beginning schema={schema} onOpen={open} />}
    </section>
  );
}

function Beginning({ schema, onOpen }: { schema: GraphQLSchema; onOpen(type: string): void }) {
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => type !== undefined && type !== null);
  const others = Object.values(schema.getTypeMap())
    .filter((type) => !roots.some((root) => root === type))
    .filter((type) => !isSpecifiedScalarType(type) && !type.name.startsWith('__'))
    .sort((one, other) => one.name.localeCompare(other.name));
  return (
    <>
      {roots.map((root) => (
        <TypeEntry key={root.name} schema={schema} type={root} onOpen={onOpen} />
      ))}
      <h2>All types</h2>
      <ul className="types">
        {others.map(({ name }) => (
          <li key={name}>
            <button type="button" className="plain" onClick={() => onOpen(name)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
