import type { Role } from '@hub/access';
import type { RunningHub } from '@hub/cli';
import { askFrom, outcomeOf, type Sent } from './caller';

/** Five callers at addresses of their own, who attack a hub for some time. */
export class Scene {
  /** How often each outcome came. */
  readonly outcomes = new Map<string, number>();
  /** What somebody lacked meanwhile who did not attack, beside the victim. */
  readonly lacked = new Set<string>();

  /**
   * @param number - of the attack: no two share an address or a person, so that none spends what another may ask
   * @param end - when to stop
   */
  constructor(
    readonly hub: RunningHub,
    readonly number: number,
    readonly end: AbortSignal,
  ) {}

  /** Addresses of the five. */
  get addresses(): string[] {
    return [1, 2, 3, 4, 5].map((caller) => `127.0.${10 + this.number}.${caller}`);
  }

  count(outcome: string): void {
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
  }

  /** Asks once, and counts what comes. Nothing is counted of what the end has cut off. */
  async ask(address: string, sent: Sent, patience: number): Promise<number> {
    const reply = await askFrom(address, sent, patience, this.end);
    if (!this.end.aborted) this.count(outcomeOf(reply));
    return reply.status;
  }

  /** The header of a token of one of the persons of this attack. */
  async token(role: Role, person: number, place: { partnership?: string; organisation?: string } = {}) {
    const token = await this.hub.token(role, { ...place, person: `attack-${this.number}-${person}` });
    return { authorization: `Bearer ${token}` };
  }
}
