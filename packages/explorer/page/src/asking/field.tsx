import { useId, type ReactNode } from 'react';

/** A labelled control. The label stands beside it: around it, a list's options would become part of its name. */
export function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
