import { z } from 'zod'
import { BOUGHT_FOR, FORM_TYPES, NoticeId } from '#src/modules/notices/contract.ts'
import {
  findNotice,
  judgementsOf,
  listNotices as listStoredNotices,
  noticesByIds,
  noticesOfProcedure,
  noticeVersions,
  publicOriginal,
  type StoredNotice,
} from '#src/modules/notices/index.ts'
import { type ApiProgram, endpoint, listReply } from './endpoint.ts'
import { NoticeAnswer, NoticesAnswer } from './notice-answer.ts'
import { paging, unknownAfter } from './paging.ts'
import { oneOf, repeated } from './parameters.ts'
import { toNotice, toNoticeSummary } from './present-notice.ts'
import { county, municipality, organisation } from './search-parameters.ts'

const day = z.iso.date('must be a day such as 2026-11-21')
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits in lower case')
const id = { id: { description: 'The id of the notice, with its version.' } }
const missing = (asked: string) =>
  ({ kind: 'not-found', detail: `There is no notice with the id ${asked}.` }) as const

export const listNotices = endpoint({
  id: 'notices',
  path: '/notices',
  tag: 'Notices',
  summary: 'Notices, newest first',
  description:
    'The newest version of every notice, by day of publication. Use `/search` to find some by words.',
  query: {
    ...paging,
    formType: repeated(oneOf(FORM_TYPES)).describe('Only these form types (BT-03).'),
    municipality: repeated(municipality).describe(
      'Bought by these municipalities (`4601`), or by what belongs to them.',
    ),
    county: county.optional().describe('Bought by somebody in this county (`46`).'),
    boughtFor: oneOf(BOUGHT_FOR)
      .default('named')
      .describe(
        '`too`: also what a joint body bought for these municipalities, this county or these organisations without the notice naming them; `only`: nothing but that.',
      ),
    organisation: repeated(organisation).describe('Bought by these organisations, by id.'),
    procedureId: z.string().max(200, 'is too long').optional().describe('Of this procedure (BT-04).'),
    since: day.optional().describe('Published on this day or later.'),
    until: day.optional().describe('Published before this day.'),
    versions: oneOf(['newest', 'all']).default('newest').describe('`all`: older versions too.'),
  },
  answer: NoticesAnswer,
  reply: async ({ program: { db }, query, addresses, here, problem }) => {
    const { after } = query
    if (after !== undefined && (await noticesByIds(db, [after])).length === 0)
      return problem(unknownAfter(after))
    const { notices, total, next } = await listStoredNotices(db, {
      limit: query.limit,
      after,
      formTypes: query.formType,
      kommunenumre: someOf(query.municipality),
      fylkesnummer: query.county,
      organisations: someOf(query.organisation),
      boughtFor: query.boughtFor,
      procedureId: query.procedureId,
      since: query.since,
      until: query.until,
      allVersions: query.versions === 'all',
    })
    return listReply({
      total,
      items: notices.map((one) => toNoticeSummary(one, addresses)),
      next: next && here({ after: next }),
    })
  },
})

export const readNotice = endpoint({
  id: 'notice',
  path: '/notices/{id}',
  tag: 'Notices',
  summary: 'One notice',
  description:
    'One version of a notice with its lots, and what it was read from. A notice id without a version answers 302 with the newest version.',
  pathParameters: id,
  query: {},
  answer: NoticeAnswer,
  outcomes: {
    302: 'The id was given without a version; `Location` is the newest one.',
    404: 'There is no notice with this id.',
  },
  reply: async ({ program: { db }, path, lang, addresses, problem, seeOther }) => {
    const found = await lookUp(db, path('id'))
    if (!found) return problem(missing(path('id')))
    if (found.id !== path('id')) return seeOther('notices', found.id)
    const around = {
      versions: await noticeVersions(db, found.id),
      related: await noticesOfProcedure(db, found),
      judgement: (await judgementsOf(db, found.id))[0] ?? null,
    }
    return { body: toNotice(found, { ...around, lang, addresses }) }
  },
})

export const readOriginal = endpoint({
  id: 'noticeOriginal',
  path: '/notices/{id}/original',
  tag: 'Notices',
  summary: 'The file a notice was read from',
  description:
    'The eForms XML, or OCDS release in JSON, as it was received, but without contact persons. `originals` of the notice lists all of them.',
  pathParameters: id,
  query: { sha256: hash.optional().describe('Another original than the one that counts.') },
  answer: { contentType: 'application/xml' },
  outcomes: {
    302: 'The id was given without a version; `Location` is the newest one.',
    404: 'There is no notice with this id, or it has no such original.',
  },
  reply: async ({ program: { db }, path, query, problem, seeOther }) => {
    const asked = path('id')
    const found = await lookUp(db, asked)
    if (!found) return problem(missing(asked))
    if (found.id !== asked) return seeOther('notices', found.id, 'original')
    const original = await publicOriginal(db, found.id, query.sha256)
    if (!original) return problem({ kind: 'not-found', detail: `The notice ${asked} has no such original.` })
    const ending = original.mediaType === 'application/json' ? 'json' : 'xml'
    const headers = { ...fileHeaders(`${found.id}.${ending}`), 'content-type': original.mediaType }
    return new Response(Buffer.from(original.bytes), { headers })
  },
})

async function lookUp(db: ApiProgram['db'], text: string): Promise<StoredNotice | null> {
  const id = NoticeId.safeParse(text)
  return id.success ? findNotice(db, id.data) : null
}

/** An XML file can carry scripts, so a browser is told to keep it as a file and to run nothing in it. */
function fileHeaders(name: string): Record<string, string> {
  return {
    'content-type': 'application/xml',
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  }
}

function someOf<Value>(values: readonly Value[]): readonly Value[] | undefined {
  return values.length === 0 ? undefined : values
}
