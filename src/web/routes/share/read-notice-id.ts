/** The id of a notice, typed as it is or as the address of its page; null when there is none in what was typed. */
export function readNoticeId(typed: string): string | null {
  const text = typed.trim()
  const [, inAddress] = /\/kunngjoringer\/([^/?#\s]+)/.exec(text) ?? []
  const id = inAddress ?? text
  return /^[\w-]{3,80}$/.test(id) ? id : null
}
