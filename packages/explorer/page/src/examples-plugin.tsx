import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { useState } from 'react';
import { useAsking } from './asking/asking-context';
import type { SavedExample } from './saved-example';

/** The name of the side bar; GraphiQL finds a plugin by its title. */
export const EXAMPLES_TITLE = 'Examples';

/** A side bar of saved examples: clicking one puts its query and variables into the editor. */
export function examplesPlugin(examples: SavedExample[]): GraphiQLPlugin {
  return {
    title: EXAMPLES_TITLE,
    icon: ListIcon,
    content: () => <ExampleList examples={examples} />,
  };
}

function ExampleList({ examples }: { examples: SavedExample[] }) {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  const { setOperationName } = useGraphiQLActions();
  const [opened, setOpened] = useState(examples[0]?.name);

  const open = (example: SavedExample) => {
    queryEditor?.setValue(example.query);
    variableEditor?.setValue(example.variables);
    // GraphiQL reads the name from the document a moment later; who presses Run at once would send the earlier one.
    setOperationName(/\b(?:query|mutation)\s+(\w+)/.exec(example.query)?.[1] ?? '');
    setOpened(example.name);
  };

  return (
    <section className="examples" aria-labelledby="examples-heading">
      <h2 id="examples-heading">Examples</h2>
      <p>Choose a question, then press Run.</p>
      {examples.length === 0 && <p role="status">No example is saved here.</p>}
      <ul>
        {examples.map((example) => (
          <li key={example.name}>
            <button
              type="button"
              // The editors load after the page; a choice made before they can take it would be lost.
              disabled={!queryEditor || !variableEditor}
              aria-current={example.name === opened ? 'true' : undefined}
              aria-describedby={`about-${example.name}`}
              onClick={() => open(example)}
            >
              <strong>{example.title}</strong>
              <span id={`about-${example.name}`}>{example.about}</span>
            </button>
            {example.name === opened && example.role && <RoleNote role={example.role} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Says which role the opened example takes, and takes it at a click. */
function RoleNote({ role }: { role: string }) {
  const asking = useAsking();
  if (asking.role === role) return null;
  return (
    <p className="role-note" role="status">
      This takes the role {role}.{' '}
      {asking.takeRole && (
        <button type="button" onClick={() => asking.takeRole?.(role)}>
          Ask as {role}
        </button>
      )}
    </p>
  );
}

function ListIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01" strokeLinecap="round" />
    </svg>
  );
}
