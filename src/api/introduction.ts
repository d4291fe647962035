import type { Tag } from './endpoint.ts'
import type { ProblemKind } from './problem.ts'

export const TITLE = 'Spydspiss API'

export const SUMMARY =
  'Spydspiss gathers Norwegian examples of innovative public procurement, the solutions that came out of them, and the public notices behind them. This interface gives the same to other programs. It only reads (`GET`, `HEAD`), needs no key, and may be called from a page on any site (CORS).'

/** What a programmer should know before the first call; plain text with `code`. */
export const RULES: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: 'Ids',
    text: 'Ids are for ever. A case is `case-` and a number. A notice is its notice id and version as written (`…-01`), or `sha256-` and 16 hexadecimal digits when it has no id. What has been withdrawn answers 410 with a reason; what has been merged, and numbers of municipalities that no longer exist, answer 301 with where to go.',
  },
  {
    title: 'Parameters',
    text: 'Repeatable parameters may be given several times (`county=46&county=11`): the values of one parameter are alternatives, different parameters must all hold. A value that cannot be used, or a name that is not known, gives 400 and says which. The pages of the site leave such things out, but a program should not get an answer to another question than the one it asked.',
  },
  {
    title: 'Lists',
    text: 'Lists come in a fixed order, with at most 100 at a time. Follow `next` (or the header `Link` with `rel="next"`) until it is null: it goes on after the last item you got, so nothing is skipped or given twice when something new arrives meanwhile. The search is ranked, and uses `limit` and `offset`.',
  },
  {
    title: 'Asking again',
    text: 'Every answer has an `ETag`. Send it back in `If-None-Match`, and you get 304 without a body when nothing has changed. Answers may be kept for a minute.',
  },
  {
    title: 'Values',
    text: 'Null means that it is not known, or not said; an empty list means that there is none. Money is a decimal number as text, with a currency. Days are `2026-11-21`; instants are in UTC. `lang` chooses the language of labels and of links to pages (`nb`, `nn`, `en`). What people have written keeps its own language, which is told beside it.',
  },
  {
    title: 'Persons',
    text: 'Names and addresses of contact persons in notices are not given here, nor in the originals.',
  },
  {
    title: 'Errors',
    text: 'Every error has the form of RFC 9457, `application/problem+json`: `type` (leads to its description below), `title`, `status`, `detail`, `instance`, and what else is told there.',
  },
]

export const TAGS: Readonly<Record<Tag, string>> = {
  Search: 'Cases and notices in one ranked list, with facets.',
  Cases: 'Documented procurements, from need to effect.',
  Notices: 'Public notices (eForms), as they were published.',
  Organisations: 'Who buys, sells and cooperates; municipalities and what their older numbers lead to.',
  Themes: 'The subjects that everything is sorted by.',
}

/** What each kind of problem means and what to do; the headings that `type` points to. */
export const PROBLEM_ADVICE = {
  'bad-parameters':
    'At least one parameter has a value that cannot be used, or is not known at this address. `parameters` lists each of them.',
  'not-found': 'No record has this id. Ids are for ever, so it has never been one here.',
  'unknown-address': 'No resource has this address. See the list above.',
  'method-not-allowed': 'This interface only reads: use `GET` or `HEAD`.',
  withdrawn: 'The record has been here and was withdrawn. `reason` says why.',
  unexpected: 'A fault of ours. It has been logged; tell us the `requestId` if it stays.',
  starting:
    'The program is preparing its database after a start or an upgrade. `Retry-After` says when to ask again.',
} as const satisfies Record<ProblemKind, string>
