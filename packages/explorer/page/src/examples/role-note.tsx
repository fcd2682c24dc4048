import { useAsking } from '../asking/asking-context';

/** Says, before it is asked, which role's token an example needs, and takes the role at a click. */
export function RoleNote({ role }: { role: string }) {
  const { role: own, areRolesOffered, takeRole } = useAsking();
  if (own === role) return null;
  return (
    <div className="note">
      <p>
        This question needs a token of the role <strong>{role}</strong>.
      </p>
      <button type="button" onClick={() => takeRole(role)}>
        {areRolesOffered ? `Ask as ${role}` : 'Give a token'}
      </button>
    </div>
  );
}
