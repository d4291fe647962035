/** Why a shelf did not take or give a file just now; it may another time. */
export type ShelfFailure =
  | { readonly kind: 'full' }
  /** `reason` is a code for those who run the program: `ECONNREFUSED`, `AccessDenied`, `timedOut`. */
  | { readonly kind: 'unavailable'; readonly reason: string }

/** Thrown on a shelf, and made a value of by `largeFiles`: half of it happens in the middle of a stream. */
export class ShelfTrouble extends Error {
  readonly failure: ShelfFailure

  constructor(failure: ShelfFailure, cause?: unknown) {
    super(failure.kind === 'full' ? 'the shelf is full' : `the shelf is unavailable (${failure.reason})`, {
      cause,
    })
    this.failure = failure
  }
}

export type NamedBytes = { readonly sha256: string; readonly bytes: Uint8Array }
export type Pieces = AsyncIterable<Uint8Array>
export type Listed = { readonly sha256: string; readonly size: number }

/**
 * A place where bytes lie under the hash of their content. It looks at neither the hash nor the content, which
 * `largeFiles` does, the same for every shelf.
 */
export type Shelf = {
  /** As `FILE_STORE` calls it. */
  readonly name: 'database' | 'disk' | 's3'
  /** Resolves when the bytes would survive a power cut. Given again they are written again, which mends damage. */
  readonly put: (file: NamedBytes) => Promise<void>
  /** What lies there under the name; null when nothing does. */
  readonly get: (sha256: string) => Promise<Pieces | null>
  /** It is gone after, also when it was not there. */
  readonly remove: (sha256: string) => Promise<void>
  readonly list: () => AsyncIterable<Listed>
}

/** What is read, written and backed up at once. */
export const PIECE_BYTES = 256 * 1024

export function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES)
}
