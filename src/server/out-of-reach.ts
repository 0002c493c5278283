/** What a request needs does not answer: nothing was stored, as far as anybody knows, and a later try may work. */
export class OutOfReach extends Error {
  override readonly name = 'OutOfReach'
}
