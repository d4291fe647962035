import type { NoticeProblem } from '#src/modules/notices/notice.ts'

/** What a source gives: a file, one it passes over, or one it could not get hold of. */
export type SourceItem =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly skipped: true }
  | { readonly name: string; readonly problems: readonly NoticeProblem[]; readonly size?: number }
