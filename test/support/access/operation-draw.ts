import { PURPOSES, roleOf } from '@hub/access';
import type { Answer } from '../test-hub';
import { operationOf, type Operation } from './drawn-operation';
import { PEOPLE, type Person } from './people';
import { QUESTIONS, type Question } from './questions';

/** How often each question is asked, of 100. */
const WEIGHTS: Readonly<Record<keyof typeof QUESTIONS, number>> = {
  ...{ everyPartnership: 8, counts: 6, notices: 12, sides: 14, lastAccesses: 6, one: 16 },
  ...{ timelines: 8, disagreements: 4, inbox: 4 },
  ...{ whoLooked: 6, whoLookedThere: 6, alerts: 4, close: 6 },
};

/** Draws operations at random, and keeps in mind which alerts are open, as a privacy officer would. */
export class OperationDraw {
  #drawn = 0;
  /** Whose alerts are that an answer has shown; and those that were closed. */
  readonly #people = new Map<string, string>();
  readonly #closed = new Set<string>();

  constructor(
    private readonly random: () => number,
    private readonly movementIds: readonly string[],
  ) {}

  /**
   * Operations to be asked at once. Nobody's alert is closed while they ask under it: which of the two came first could
   * not be said afterwards.
   */
  batch(size: number): Operation[] {
    const batch: Operation[] = [];
    const closing = new Set<string>();
    const isUsed = (person: string) => batch.some(({ who, isUnderGlass }) => isUnderGlass && who?.person === person);
    while (batch.length < size) {
      const operation = this.#one();
      if (operation.isUnderGlass && closing.has(operation.who!.person)) continue;
      if (operation.question === QUESTIONS.close && operation.fields.length > 0) {
        const alert = operation.variables['alert'] as string;
        const person = this.#people.get(alert);
        if (person !== undefined && !this.#closed.has(alert)) {
          if (isUsed(person)) continue;
          closing.add(person);
          this.#closed.add(alert);
        }
      }
      batch.push(operation);
    }
    return batch;
  }

  /** The list of open alerts, for a privacy officer: asked between batches, so that a seed always draws the same. */
  listing(): Operation {
    const who = PEOPLE.find(({ role }) => role === 'privacy-officer')!;
    const requestId = this.#nextId();
    const asked = { requestId, who, question: QUESTIONS.alerts, variables: {}, isForged: false };
    return operationOf({ ...asked, purpose: 'AUDIT', reason: 'Which are open.' });
  }

  /** Learns from the list of open alerts. */
  learn({ data }: Answer): void {
    for (const { node } of data.breakGlassAlerts.edges) this.#people.set(node.alert, node.person);
  }

  /** Who raised an alert that an answer has shown. */
  personOf(alert: string): string {
    return this.#people.get(alert)!;
  }

  #one(): Operation {
    const question = this.#question();
    const who = this.#who(question);
    const requestId = this.#nextId();
    return operationOf({
      ...{ requestId, who, question, purpose: this.#purpose(who) },
      isForged: this.random() < 0.02,
      variables: this.#variables(question),
      reason: this.random() < 0.05 ? null : `Why ${requestId} is asked.`,
    });
  }

  #nextId(): string {
    this.#drawn += 1;
    return `request-${String(this.#drawn).padStart(4, '0')}`;
  }

  #question(): Question {
    let left = this.random() * 100;
    const [key] = Object.entries(WEIGHTS).find(([, weight]) => (left -= weight) < 0)!;
    return QUESTIONS[key as keyof typeof QUESTIONS];
  }

  /** Mostly somebody who may. */
  #who({ gates }: Question): Person | null {
    if (this.random() < 0.05) return null;
    const may = PEOPLE.filter(({ scopes }) => gates.every(({ needs }) => needs.some((one) => scopes.includes(one))));
    return this.#pick(this.random() < 0.75 ? may : PEOPLE);
  }

  /** Mostly one that the role has. */
  #purpose(who: Person | null): string | null {
    const own = who ? roleOf(who.role).purposes : [];
    if (own.length > 0 && this.random() < 0.85) return this.#pick(own);
    return this.#pick([null, 'CURIOSITY', ...Object.keys(PURPOSES)]);
  }

  #variables({ name, text }: Question): Record<string, unknown> {
    if (name === 'One') return { id: this.#pick([...this.movementIds, 'movement:01UNKNOWN']) };
    if (name === 'Close') {
      // By whose they are: ids are others at each run.
      const open = [...this.#people].filter(([alert]) => !this.#closed.has(alert));
      const inOrder = open.sort(([, one], [, other]) => one.localeCompare(other)).map(([alert]) => alert);
      const alert = this.#pick([...inOrder, ...[...this.#closed].slice(-1), 'alert:unknown']);
      return { alert, finding: `Looked into after ${this.#drawn} operations.` };
    }
    if (!text.includes('$first')) return {};
    const first = this.random() < 0.03 ? 0 : 1 + Math.floor(this.random() * 8);
    return { first, ...(name === 'WhoLooked' && { filter: { purpose: this.#pick(['BREAK_GLASS', 'AUDIT']) } }) };
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.random() * items.length)]!;
  }
}
