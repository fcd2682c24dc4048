import type { Logger } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { backOff } from '../exchange/back-off';
import { deliverOutbox } from '../exchange/deliver-outbox';
import { fetchInbox } from '../exchange/fetch-inbox';
import type { HubCall } from '../exchange/hub-client';
import { HubProblem } from '../exchange/hub-problem';
import type { OwnSide } from '../exchange/own-side';
import { tellArrivals } from '../exchange/tell-arrivals';
import { tellSettled } from '../exchange/tell-settled';

/** How often the hub is asked where nothing says that there is something. Each time is an access on record. */
const POLL_MS = 60_000;

/** What is exchanged, with whom, and who hears of problems. */
export interface ExchangeParties {
  own: OwnSide;
  call: HubCall;
  logger: Logger;
}

/** Delivers and fetches, when it is time to. */
export class ExchangeRound {
  private fetchAt = 0;
  private failures = 0;
  /** When the hub is told again what it could not be told: arrivals, and what was settled here. */
  private tellAt = 0;
  private untold = 0;
  private isHubBack = false;

  constructor(private readonly parties: ExchangeParties) {}

  /** There is, or may be, something to fetch. */
  fetchNow(): void {
    this.fetchAt = 0;
  }

  /** The hub may have been away: what waits for another attempt need not wait any longer. */
  hubIsBack(): void {
    this.isHubBack = true;
    this.tellAt = 0;
    this.fetchNow();
  }

  /**
   * Delivers and fetches all that is due. To be run by one process at a time.
   *
   * @returns how long until something is due, in milliseconds.
   */
  async run(manager: EntityManager): Promise<number> {
    const { signal } = this.parties.call;
    if (this.isHubBack) await hurry(manager);
    this.isHubBack = false;
    let nextInMs = await this.deliver(manager);
    while (nextInMs === 0 && !signal.aborted) nextInMs = await this.deliver(manager);
    while (this.tellAt <= Date.now() && !signal.aborted && (await this.tell(manager)));
    while (this.fetchAt <= Date.now() && !signal.aborted) await this.fetch(manager);
    const tellInMs = this.untold > 0 ? this.tellAt - Date.now() : POLL_MS;
    return Math.max(0, Math.min(this.fetchAt - Date.now(), nextInMs ?? POLL_MS, tellInMs));
  }

  private async deliver(manager: EntityManager): Promise<number | null> {
    const { own, call, logger } = this.parties;
    const { receipts, problem, nextInMs } = await deliverOutbox(manager, own, call);
    // What was recorded waits in the inbox, also where the hub has no feed that says so.
    if (receipts > 0) this.fetchNow();
    if (problem !== null) logger.warn({ problem }, 'messages about movements wait for the hub');
    return nextInMs;
  }

  /** @returns whether there may be more to tell. */
  private async tell(manager: EntityManager): Promise<boolean> {
    const { call, logger } = this.parties;
    try {
      const isMore = [await tellArrivals(manager, call, logger), await tellSettled(manager, call, logger)].includes(
        true,
      );
      this.untold = 0;
      return isMore;
    } catch (error) {
      if (!(error instanceof HubProblem) || call.signal.aborted) throw error;
      this.untold++;
      this.tellAt = Date.now() + backOff(this.untold);
      logger.warn({ problem: error.message }, 'the hub cannot be told yet of arrivals, or what was settled here');
      return false;
    }
  }

  private async fetch(manager: EntityManager): Promise<void> {
    const { own, call, logger } = this.parties;
    // Before asking: what is said from here on may not be in the answer.
    this.fetchAt = Date.now() + POLL_MS;
    try {
      const isMore = await fetchInbox(manager, own, call, logger);
      this.failures = 0;
      if (isMore) this.fetchNow();
    } catch (error) {
      if (!(error instanceof HubProblem) || call.signal.aborted) throw error;
      this.failures++;
      this.fetchAt = Date.now() + backOff(this.failures);
      logger.warn({ problem: error.message }, 'the hub cannot be asked for messages about movements');
    }
  }
}

async function hurry(manager: EntityManager): Promise<void> {
  await manager.query(
    'UPDATE movement_outbox SET next_attempt_at = now() WHERE delivered_at IS NULL AND next_attempt_at > now()',
  );
}
