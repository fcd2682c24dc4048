/** A plan or an operation that is not compiled. The stock executor answers it. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}
