import type { Messages } from '#src/messages/index.ts'

const MEGABYTE = 1_000_000

/** «2,3 MB», or «14 kB» for what is small. */
export function fileSize(bytes: number, { number }: Pick<Messages, 'number'>): string {
  if (bytes >= MEGABYTE) return `${number(Math.round(bytes / 100_000) / 10)} MB`
  return `${number(Math.max(1, Math.round(bytes / 1000)))} kB`
}
