import type { Tag } from './endpoint.ts'
import type { ProblemKind } from './problem.ts'

export const TITLE = 'Spydspiss API'

export const SUMMARY =
  'Spydspiss gathers Norwegian examples of innovative public procurement, the solutions that came out of them, and the public notices behind them. This interface gives the same to other programs. What is published needs no key, and may be read from a page on any site (CORS). With a key, a program writes drafts for a municipality, and publishes them where the one who made the key may.'

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
    title: 'Keys',
    text: 'A key is made by a person, on the page `/mine-api-nokler`, for one organisation, with a name, scopes (`read`, `write`) and an end within a year. It is sent as `Authorization: Bearer spydspiss_…` and never in an address. It can do what that person can do for that organisation at that moment, and stops when the role stops. With it, `/search`, `/suggest`, `/needs`, `/stops` and `/documents` also give what the organisation may see beside what is public. Notices, organisations and themes are public altogether, and the same for everybody. A key that is not good is answered 401 everywhere, also where none is needed.',
  },
  {
    title: 'Writing',
    text: 'Bodies are JSON (`Content-Type: application/json`). What is wrong is told field by field with pointers (RFC 6901). What has a version is changed with its `ETag` in `If-Match`: 412 says that somebody has saved since, so that nobody is written over. Send an `Idempotency-Key` of your own with each request that writes: the same request sent again within a day does nothing and is answered the same, with `Idempotency-Replayed: true`.',
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
  Search: 'Cases, notices, documents and stories of what stopped somebody in one ranked list, with facets.',
  Cases: 'Documented procurements, from need to effect.',
  Needs: 'What public bodies need, announced before there is a procurement.',
  'Joint procurements': 'Several who buy together, from the first interest to a measured benefit.',
  Notices: 'Public notices (eForms), as they were published.',
  Requirements: 'What cases asked the market for, one by one.',
  Stops: 'What stopped others, told to those they chose.',
  Documents: 'Documents that organisations share, and where the files are.',
  Organisations: 'Who buys, sells and cooperates; municipalities and what their older numbers lead to.',
  Themes: 'The subjects that everything is sorted by.',
  Drafts: 'What an organisation is writing, until it is published as a case. By a key only.',
}

/** What each kind of problem means and what to do; the headings that `type` points to. */
export const PROBLEM_ADVICE = {
  'body-unreadable': 'The body is not JSON at all. Nothing has been done.',
  'idempotency-key-unusable': 'Use 1 to 255 visible characters without spaces, such as a UUID.',
  'key-missing': 'Send a key as `Authorization: Bearer …`.',
  'key-invalid':
    'The key is mistyped, has expired or been revoked, or the one who made it does not act for the organisation any more. Make another.',
  'scope-missing': 'Make a key with the scope that `WWW-Authenticate` names.',
  'role-missing': 'Somebody with one of the roles that are named must make the key.',
  'not-allowed': 'The one who made the key may not do this; `detail` says why.',
  'wrong-state': 'What it is about has gone on, or ended; `detail` says where it is. Read it again.',
  'changed-meanwhile': 'Somebody has saved since. Read it again, put yours into it, and send the new `ETag`.',
  'body-too-large': 'Send less at a time.',
  'body-not-json': 'Send JSON, with `Content-Type: application/json`.',
  'body-invalid': 'Nothing has been saved. `errors` has every field that is wrong, with a pointer to it.',
  'not-complete': 'It is saved, and cannot be handed in yet. `errors` says what is missing or wrong.',
  'idempotency-key-reused': 'Make a new key for each request that is not the same.',
  'version-missing': 'Send the `ETag` of what you have read as `If-Match`.',
  'bad-parameters':
    'At least one parameter has a value that cannot be used, or is not known at this address. `parameters` lists each of them.',
  'not-found': 'No record has this id. Ids are for ever, so it has never been one here.',
  'unknown-address': 'No resource has this address. See the list above.',
  'method-not-allowed': 'Use one of the methods in `Allow`.',
  withdrawn: 'The record has been here and was withdrawn. `reason` says why.',
  unexpected: 'A fault of ours. It has been logged; tell us the `requestId` if it stays.',
  starting:
    'The program is preparing its database after a start or an upgrade. `Retry-After` says when to ask again.',
} as const satisfies Record<ProblemKind, string>
