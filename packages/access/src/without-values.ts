/**
 * A message as it may be logged. GraphQL quotes the values that it cannot take, and they may be a child's: so what is in
 * double quotes is left out, and long numbers are.
 */
export function withoutValues(message: string): string {
  return message.replace(/"(?:[^"\\]|\\.)*(?:"|$)/gs, '"…"').replace(/\d{5,}/g, '…');
}
