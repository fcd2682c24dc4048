import { useState, type RefObject } from 'react';
import type { Asking } from './asking';
import type { ExplorerRole, ExplorerRoles } from './roles';

/** A local authority's code, as a token names it. */
const GSS_CODE = '[EWSN][0-9]{8}';

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
      {offer.roles.length > 0 ? (
        <label>
          Role
          <select name="role" value={role} title={chosen?.description} onChange={(event) => onRole(event.target.value)}>
            <option value="">No role</option>
            {offer.roles.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      ) : (
        <label>
          Token
          <input name="token" type="password" autoComplete="off" />
        </label>
      )}
      {chosen && <RoleFields key={chosen.name} role={chosen} partnerships={offer.partnerships} />}
      {offer.roles.length === 0 && <PurposeFields purposes={null} />}
      <button type="submit">Ask as this</button>
      <p role="status">You ask as {asking.as}.</p>
      {problem && <p role="alert">{problem}</p>}
    </form>
  );
}

function RoleFields({ role, partnerships }: { role: ExplorerRole; partnerships: readonly string[] }) {
  return (
    <>
      {role.partnership !== 'none' && (
        <label>
          Partnership
          <select name="partnership" required={role.partnership === 'required'}>
            <option value="">{role.partnership === 'required' ? 'Choose one' : 'None'}</option>
            {partnerships.map((id) => (
              <option key={id}>{id}</option>
            ))}
          </select>
        </label>
      )}
      {role.organisation === 'local-authority' && (
        <label>
          Local authority
          <input
            name="organisation"
            required
            pattern={GSS_CODE}
            placeholder="E09000022"
            title="Its GSS code, as E09000022"
          />
        </label>
      )}
      {role.purposes.length > 0 && <PurposeFields purposes={role.purposes} />}
    </>
  );
}

/** @param purposes - those to choose from; null where nobody knows what the token may claim. */
function PurposeFields({ purposes }: { purposes: readonly string[] | null }) {
  return (
    <>
      <label>
        Purpose
        {purposes ? (
          <select name="purpose">
            <option value="">None</option>
            {purposes.map((purpose) => (
              <option key={purpose}>{purpose}</option>
            ))}
          </select>
        ) : (
          <input name="purpose" placeholder="SERIOUS_INCIDENT" />
        )}
      </label>
      <label>
        Reason
        <input name="reason" maxLength={500} autoComplete="off" />
      </label>
    </>
  );
}
