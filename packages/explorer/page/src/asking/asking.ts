/** As whom, and what for, the explorer asks. Kept by the open page alone. */
export interface Asking {
  /** In a few words, for whoever looks. */
  as: string;
  /** The role, where one was chosen. */
  role: string | null;
  /** Go with every request. */
  headers: Record<string, string>;
}

/** Without a token: what is public. */
export const NOBODY: Asking = { as: 'nobody in particular: you see what is public', role: null, headers: {} };

/**
 * What a filled form asks as.
 *
 * @throws Error with the gateway's own words, if it gives no token for the choice.
 */
export async function askingOf(form: FormData): Promise<Asking> {
  const text = (name: string) => (form.get(name) as string | null)?.trim() || null;
  const role = text('role');
  const token = role ? await fetchToken(role, text('partnership'), text('organisation')) : text('token');
  if (token === null) return NOBODY;
  const purpose = text('purpose');
  const reason = text('reason');
  return {
    as: [role ?? 'the holder of the token', purpose && `for ${purpose}`].filter(Boolean).join(' '),
    role,
    headers: {
      authorization: `Bearer ${token}`,
      ...(purpose && { 'x-purpose': purpose }),
      ...(reason && { 'x-reason': asHeader(reason) }),
    },
  };
}

async function fetchToken(role: string, partnership: string | null, organisation: string | null): Promise<string> {
  const response = await fetch('/explorer/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, partnership, ...(organisation && { organisation }) }),
  });
  const { token, errors } = (await response.json()) as { token?: string; errors?: { message: string }[] };
  if (!token) throw new Error(errors?.[0]?.message ?? 'The hub gave no token.');
  return token;
}

/** A header holds bytes, which JavaScript writes as one character each. */
const asHeader = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));
