/**
 * Why the program cannot start, as a sentence for whoever started it: what is wrong and what to do.
 *
 * The only error that is shown to people as it stands, and without a stack: it is no fault in the program.
 */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal'
}
