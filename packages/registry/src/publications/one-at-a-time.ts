import { RegistryRefusal } from '../registry-refusal';

/** How many may wait for their turn. */
const WAITING = 8;

/** Lets one piece of work be done at a time: to compose takes seconds of a processor, and hundreds of MiB. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();
  #taken = 0;

  /** @throws RegistryRefusal `REGISTRY_BUSY` where too many wait already. */
  async take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#taken > WAITING) throw new RegistryRefusal('REGISTRY_BUSY', { seconds: 10 });
    this.#taken += 1;
    const mine = this.#last.then(work, work);
    this.#last = mine.catch(() => undefined).finally(() => (this.#taken -= 1));
    return mine;
  }
}
