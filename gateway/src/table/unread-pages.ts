/** The connections in an answer of which there is more than was asked for, each once, by its path without indices. */
export function unreadPages(
  data: unknown,
  path: readonly string[] = [],
  found = new Set<string>(),
): ReadonlySet<string> {
  if (Array.isArray(data)) for (const one of data) unreadPages(one, path, found);
  else if (typeof data === 'object' && data !== null) {
    const { pageInfo } = data as { pageInfo?: { hasNextPage?: unknown } | null };
    if (pageInfo?.hasNextPage === true) found.add(path.join('.'));
    for (const [key, value] of Object.entries(data)) unreadPages(value, [...path, key], found);
  }
  return found;
}
