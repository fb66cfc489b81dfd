/** Another worker has it now, or a person wants it to stop: this one must end. */
export class ClaimLost extends Error {
  override readonly name = 'ClaimLost';
}
