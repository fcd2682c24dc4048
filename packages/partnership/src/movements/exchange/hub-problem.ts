/** Why the hub gave no answer that can be used, in words that may be kept: no token, and nothing of a child. */
export class HubProblem extends Error {
  override readonly name = 'HubProblem';
}
