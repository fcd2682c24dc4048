import { Field } from './field';
import type { ExplorerRole } from './roles';

/** A local authority's code, as a token names it. */
const GSS_CODE = '[EWSN][0-9]{8}';

/** What a role's token names beside the role, and what the role may ask for. */
export function RoleFields({ role, partnerships }: { role: ExplorerRole; partnerships: readonly string[] }) {
  const isRequired = role.partnership === 'required';
  return (
    <>
      {role.partnership !== 'none' && (
        <Field label="Partnership">
          {(id) => (
            <select id={id} name="partnership" required={isRequired}>
              <option value="">{isRequired ? 'Choose one' : 'None'}</option>
              {partnerships.map((partnership) => (
                <option key={partnership}>{partnership}</option>
              ))}
            </select>
          )}
        </Field>
      )}
      {role.organisation === 'local-authority' && (
        <Field label="Local authority">
          {(id) => (
            <input
              id={id}
              name="organisation"
              required
              pattern={GSS_CODE}
              placeholder="E09000022"
              title="Its GSS code, as E09000022"
            />
          )}
        </Field>
      )}
      {role.purposes.length > 0 && <PurposeFields purposes={role.purposes} />}
    </>
  );
}

/**
 * What the data of single children is asked for, and why.
 *
 * @param purposes - those to choose from; null where nobody knows what the token may claim.
 */
export function PurposeFields({ purposes }: { purposes: readonly string[] | null }) {
  return (
    <>
      <Field label="Purpose">
        {(id) =>
          purposes ? (
            <select id={id} name="purpose">
              <option value="">None</option>
              {purposes.map((purpose) => (
                <option key={purpose}>{purpose}</option>
              ))}
            </select>
          ) : (
            <input id={id} name="purpose" placeholder="SERIOUS_INCIDENT" />
          )
        }
      </Field>
      <Field label="Reason">{(id) => <input id={id} name="reason" maxLength={500} autoComplete="off" />}</Field>
    </>
  );
}
