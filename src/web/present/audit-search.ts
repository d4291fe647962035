import { PersonId } from '#src/modules/identity/contract.ts'
import type { AuditFilter } from '#src/modules/identity/index.ts'
import { readDay } from '#src/web/read-form.ts'

const NOUN = /^[a-z-]{1,40}$/
const NUMBER = /^[1-9]\d{0,14}$/
const MOST_PAGES = 100_000

/** What the address asks for; a value that cannot be used counts as none, since addresses are shared and typed. */
export function readAuditSearch(asked: URLSearchParams): {
  readonly filter: AuditFilter
  readonly page: number
} {
  const person = PersonId.safeParse(asked.get('person'))
  const noun = asked.get('om') ?? ''
  const number = asked.get('nr') ?? ''
  const page = Number(asked.get('side') ?? 1)
  return {
    filter: {
      from: readDay(asked.get('fra') ?? ''),
      to: readDay(asked.get('til') ?? ''),
      person: person.success ? person.data : null,
      noun: NOUN.test(noun) ? noun : null,
      seq: NUMBER.test(number) ? Number(number) : null,
    },
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
  }
}

/** The same question as an address, for other pages of it and for the file. */
export function auditQuery({ from, to, person, noun }: AuditFilter): URLSearchParams {
  const query = new URLSearchParams()
  if (from) query.set('fra', from.toString())
  if (to) query.set('til', to.toString())
  if (person) query.set('person', person)
  if (noun) query.set('om', noun)
  return query
}
