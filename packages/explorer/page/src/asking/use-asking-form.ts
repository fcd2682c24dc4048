import { useRef, useState, type RefObject } from 'react';
import { askingOf, NOBODY, type Asking } from './asking';
import type { AskingChoice } from './asking-context';
import type { ExplorerRoles } from './roles';

/** Who asks, and the form in which that is chosen. */
export interface AskingFormState {
  asking: Asking;
  choice: AskingChoice;
  form: RefObject<HTMLFormElement | null>;
  isOpen: boolean;
  setOpen(isOpen: boolean): void;
  /** The role that the form is for; empty without one. */
  role: string;
  setRole(role: string): void;
  /** Takes what the form says. @throws Error with the gateway's own words, if it gives no token. */
  take(filled: FormData): Promise<void>;
}

/** @param onTaken - is called when somebody else asks from now on. */
export function useAskingForm(offer: ExplorerRoles, onTaken: () => void): AskingFormState {
  const form = useRef<HTMLFormElement>(null);
  const [asking, setAsking] = useState(NOBODY);
  const [isOpen, setOpen] = useState(false);
  const [role, setRole] = useState('');
  const areRolesOffered = offer.roles.length > 0;
  const takeRole = (name: string) => {
    setRole(areRolesOffered ? name : '');
    setOpen(true);
    // Once the form shows the role's fields: what is still to be filled in, or nothing is.
    setTimeout(() => {
      const fields = form.current!.querySelectorAll<HTMLElement>('select, input');
      const first = fields[areRolesOffered ? 1 : 0];
      if (first) first.focus();
      else form.current!.requestSubmit();
    });
  };
  const take = async (filled: FormData) => {
    setAsking(await askingOf(filled));
    setOpen(false);
    onTaken();
  };
  return {
    asking,
    choice: { role: asking.role, areRolesOffered, takeRole },
    form,
    isOpen,
    setOpen,
    role,
    setRole,
    take,
  };
}
