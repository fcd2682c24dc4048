import { useState } from 'react';
import { Field } from './field';
import { PurposeFields, RoleFields } from './role-fields';
import type { ExplorerRoles } from './roles';
import type { AskingFormState } from './use-asking-form';

/** Says as whom one asks, and opens the form that changes it: to a role of the development hub, or the token that one has. */
export function AskingForm({ offer, asking, form, isOpen, setOpen, role, setRole, take }: AskingFormProps) {
  const [problem, setProblem] = useState('');
  const hasRoles = offer.roles.length > 0;
  const chosen = offer.roles.find(({ name }) => name === role);
  const ask = async (filled: FormData) => {
    try {
      await take(filled);
      setProblem('');
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <>
      <div className="asks">
        <p role="status">You ask as {asking.as}.</p>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Change
          <span className="visually-hidden"> who asks</span>
        </button>
      </div>
      <form
        ref={form}
        className="asking"
        aria-label="Who asks"
        hidden={!isOpen}
        onSubmit={(event) => {
          event.preventDefault();
          void ask(new FormData(event.currentTarget));
        }}
      >
        {hasRoles ? (
          <Field label="Role">
            {(id) => (
              <select id={id} name="role" value={role} onChange={(event) => setRole(event.target.value)}>
                <option value="">No role</option>
                {offer.roles.map(({ name, description }) => (
                  <option key={name} title={description}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : (
          <Field label="Token">{(id) => <input id={id} name="token" type="password" autoComplete="off" />}</Field>
        )}
        {chosen && <RoleFields key={chosen.name} role={chosen} partnerships={offer.partnerships} />}
        {!hasRoles && <PurposeFields purposes={null} />}
        <button type="submit">Ask as this</button>
        {problem && <p role="alert">{problem}</p>}
      </form>
    </>
  );
}

interface AskingFormProps extends AskingFormState {
  offer: ExplorerRoles;
}
