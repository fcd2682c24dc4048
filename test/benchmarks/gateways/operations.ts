/** What gateways are compared by. Each name is the operation's own, in lower case. */
export const OPERATIONS = {
  /** London, then two partnerships. */
  small: `query Small {
    partnerships(ids: ["havering", "lambeth"]) { name termsOfReference { reviewDue } }
  }`,
  /** London, then every partnership. */
  flat: `query Flat {
    partnerships {
      id name
      termsOfReference { version reviewDue clauses(topic: QUORUM) { id summary } }
      bodies { name meetsTimesPerYear quorum seats { title sector places } }
    }
  }`,
  /** London, every partnership, and London again, which reduces over what they say. */
  reduce: `query Reduce {
    pooledBudget(financialYear: "2025-26") {
      holder
      reconciliation {
        coverage { answered expected } paidPence matched
        differences { kind reference paidPence receivedPence } byAgency { agencyId paidPence }
      }
    }
  }`,
  /** London and every partnership by turns, three times. */
  deep: `query Deep {
    networks { name members { items { sector partnership {
      name bodies { name localAuthority { name partnership { name termsOfReference { version } } } }
    } } } }
  }`,
} as const;

export type OperationName = keyof typeof OPERATIONS;

/** The body of a request for an operation. */
export function bodyOf(name: OperationName): string {
  const operationName = name[0]!.toUpperCase() + name.slice(1);
  return JSON.stringify({ query: OPERATIONS[name], operationName });
}
