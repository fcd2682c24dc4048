import { createContext, useContext } from 'react';

/** What an example needs to know of who asks. */
export interface AskingChoice {
  /** The role in use. */
  role: string | null;
  /** Takes a role, or opens its form where it needs more than its name. Not there where no roles are offered. */
  takeRole: ((role: string) => void) | null;
}

/** Who asks, for whatever stands inside GraphiQL. */
export const AskingContext = createContext<AskingChoice>({ role: null, takeRole: null });

/** Who asks. */
export const useAsking = (): AskingChoice => useContext(AskingContext);
