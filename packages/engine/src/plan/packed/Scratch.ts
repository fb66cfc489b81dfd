/**
 * Where a plan in the making puts what it seldom reads again: the values of the records it has met, and their keys. In memory
 * unless the host has a better place; a file on disk, for one, keeps the memory of a long import small.
 */
export interface Scratch {
  /** Adds bytes at the end. They are to be written or copied before it returns: the caller uses the array again. */
  append(bytes: Uint8Array): void;
  /** Fills `into` with the bytes from `at` on. All of them were added before. */
  read(at: number, into: Uint8Array): void;
}
