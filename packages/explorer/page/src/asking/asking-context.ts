import { createContext, useContext } from 'react';

/** What an example needs to know of who asks. */
export interface AskingChoice {
  /** The role in use; null where none is, or where nobody can tell which role a token has. */
  role: string | null;
  /** Whether there are roles to choose from. Where there are not, one gives a token. */
  areRolesOffered: boolean;
  /** Takes a role, or opens the form where it needs more than the role's name. */
  takeRole(role: string): void;
}

/** Who asks, for whatever stands below. */
export const AskingContext = createContext<AskingChoice>({
  role: null,
  areRolesOffered: false,
  takeRole: () => undefined,
});

/** Who asks. */
export const useAsking = (): AskingChoice => useContext(AskingContext);
