/** Where anybody can have an address, so that it tells nothing of where they work. */
const FOR_ANYBODY: ReadonlySet<string> = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'hotmail.no',
  'live.com',
  'live.no',
  'msn.com',
  'yahoo.com',
  'yahoo.no',
  'icloud.com',
  'me.com',
  'mac.com',
  'online.no',
  'broadpark.no',
  'getmail.no',
  'lyse.net',
  'altibox.no',
  'proton.me',
  'protonmail.com',
  'pm.me',
  'gmx.com',
  'aol.com',
])

/** The domain of an address where it tells where somebody works; null where it does not. */
export function workDomain(email: string | null): string | null {
  const domain = email?.split('@').at(-1)?.toLowerCase() ?? ''
  return domain === '' || FOR_ANYBODY.has(domain) ? null : domain
}

/** Whether an address is of the same domain as those who coordinate; `unknown` where there is nothing to compare. */
export type DomainFit = 'same' | 'other' | 'unknown'

export function domainFit(email: string | null, coordinators: readonly (string | null)[]): DomainFit {
  const known = new Set(coordinators.map(workDomain).filter((domain) => domain !== null))
  if (known.size === 0) return 'unknown'
  const own = workDomain(email)
  return own !== null && known.has(own) ? 'same' : 'other'
}
