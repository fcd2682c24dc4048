import { useState } from 'react';
import type { SavedExample } from '../../../src/saved-example';
import { useAsking } from '../asking/asking-context';
import { Field } from '../asking/field';
import { findExamples } from './find-examples';

interface ExampleListProps {
  examples: readonly SavedExample[];
  /** The name of the one that is open. */
  opened: string | null;
  onOpen(example: SavedExample): void;
}

/** Saved examples by subject, with a search. Choosing one opens it as the question. */
export function ExampleList({ examples, opened, onOpen }: ExampleListProps) {
  const { role } = useAsking();
  const [search, setSearch] = useState('');
  const groups = findExamples(examples, search);
  const found = groups.reduce((sum, group) => sum + group.examples.length, 0);
  return (
    <section className="examples" aria-label="Saved questions">
      <Field label="Search questions">
        {(id) => (
          <input
            id={id}
            type="search"
            autoComplete="off"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        )}
      </Field>
      <p role="status" className="quiet">
        {countOf(found, examples.length, search)}
      </p>
      {groups.map((group) => (
        <section key={group.subject} aria-label={group.subject}>
          <h2>{group.subject}</h2>
          <ul>
            {group.examples.map((example) => (
              <li key={example.name}>
                <button
                  type="button"
                  aria-current={example.name === opened ? 'true' : undefined}
                  onClick={() => onOpen(example)}
                >
                  <strong>{example.title}</strong>
                  <span className="about">{example.about}</span>
                  {example.role && example.role !== role && (
                    <span className="needs">Needs the role {example.role}</span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function countOf(found: number, all: number, search: string): string {
  if (all === 0) return 'No question is saved here.';
  if (search.trim() === '') return `${all} saved questions`;
  return found === 0 ? `No saved question has “${search.trim()}”.` : `${found} of ${all} saved questions`;
}
