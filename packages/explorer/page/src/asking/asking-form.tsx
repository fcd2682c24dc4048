import { useState, type RefObject } from 'react';
import type { Asking } from './asking';
import { Field } from './field';
import { PurposeFields, RoleFields } from './role-fields';
import type { ExplorerRoles } from './roles';

interface AskingFormProps {
  form: RefObject<HTMLFormElement | null>;
  offer: ExplorerRoles;
  /** The role that the form is for; empty without one. */
  role: string;
  onRole(role: string): void;
  onAsk(form: FormData): Promise<void>;
  asking: Asking;
}

/** Chooses as whom one asks: a role of the development hub, or the token that one has. */
export function AskingForm({ form, offer, role, onRole, onAsk, asking }: AskingFormProps) {
  const [problem, setProblem] = useState('');
  const hasRoles = offer.roles.length > 0;
  const chosen = offer.roles.find(({ name }) => name === role);
  const ask = async (filled: FormData) => {
    try {
      await onAsk(filled);
      setProblem('');
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <form
      ref={form}
      className="asking"
      aria-label="Who asks"
      onSubmit={(event) => {
        event.preventDefault();
        void ask(new FormData(event.currentTarget));
      }}
    >
      {hasRoles ? (
        <Field label="Role">
          {(id) => (
            <select id={id} name="role" value={role} onChange={(event) => onRole(event.target.value)}>
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
      <p role="status">You ask as {asking.as}.</p>
      {problem && <p role="alert">{problem}</p>}
    </form>
  );
}
