import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  InvitationForm,
  JOINT_PAPERS,
  type JointPaperKind,
  OPEN_PAPERS,
  OWN_PAPERS,
  ScheduleForm,
} from '#src/modules/joint-procurement/contract.ts'
import { buyers, type JointProcurement, slots, takesPart } from '#src/modules/joint-procurement/index.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { jointPaperAddress } from '#src/web/papers/joint-paper-address.ts'
import { recipientOf, typedIn } from '#src/web/papers/joint-paper-asked.ts'
import { PAPER_FORMATS, type PaperFormat } from '#src/web/papers/paper-address.ts'
import { fieldErrors } from '#src/web/present/field-errors.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'

type FileLink = { readonly language: 'nb' | 'nn'; readonly format: PaperFormat; readonly href: string }

export type PaperView = {
  readonly kind: JointPaperKind
  readonly open: boolean
  readonly files: readonly FileLink[]
}

export type PapersView = {
  readonly papers: readonly PaperView[]
  /** For whom one's own papers are made, and who else they can be made for; nobody for one who only reads. */
  readonly recipient: string | null
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly asked: 'schedule' | 'invitation' | null
  readonly typed: Readonly<Record<string, string>>
  readonly errors: FieldErrors
  /** How many meetings there is room for. */
  readonly room: number | null
}

type Asked = {
  readonly joint: JointProcurement
  readonly reader: Actor | null
  readonly messages: Messages
  readonly query: URLSearchParams
}

/** The papers that the reader may have, and what has been filled in for them. */
export async function papersView(
  db: Database,
  { joint, reader, messages, query }: Asked,
): Promise<PapersView> {
  const isPart = takesPart(reader, joint)
  const kinds = Object.keys(JOINT_PAPERS) as JointPaperKind[]
  const recipient = isPart ? recipientOf(joint, reader, query.get('for')) : null
  const all = buyers(joint).map(({ organisation }) => organisation)
  const names = await organisationsByIds(db, all)
  const filled = filledIn(query, messages)
  return {
    papers: kinds
      .filter((kind) => isPart || isIn(OPEN_PAPERS, kind))
      .map((kind) => ({
        kind,
        open: isIn(OPEN_PAPERS, kind),
        files: filesOf(joint, kind, queryOf(kind, { recipient, query, filled })),
      })),
    recipient,
    choices: isPart ? all.map((value) => ({ value, text: names.get(value)?.name ?? '–' })) : [],
    ...filled,
  }
}

function isIn(kinds: readonly JointPaperKind[], kind: JointPaperKind): boolean {
  return kinds.includes(kind)
}

type Filled = Pick<PapersView, 'asked' | 'typed' | 'errors' | 'room'>

/** What was filled in last, and what is wrong with it. */
function filledIn(query: URLSearchParams, { t }: Messages): Filled {
  const asked: Filled['asked'] = query.has('minutes') ? 'schedule' : query.has('day') ? 'invitation' : null
  const typed = typedIn(query)
  const nothing: Filled = { asked, typed, errors: {}, room: null }
  if (asked === 'schedule') {
    const read = ScheduleForm.safeParse(typed)
    if (!read.success) return { ...nothing, errors: fieldErrors(read.error, t, 'jointPapers.wrong.day') }
    const room = slots(read.data).length
    const errors: FieldErrors =
      room < read.data.count ? { count: t('jointPapers.wrong.noRoom', { room }) } : {}
    return { ...nothing, errors, room }
  }
  if (asked === 'invitation') {
    const read = InvitationForm.safeParse(typed)
    if (!read.success) return { ...nothing, errors: fieldErrors(read.error, t, 'jointPapers.wrong.day') }
  }
  return nothing
}

type Given = { readonly recipient: string | null; readonly query: URLSearchParams; readonly filled: Filled }

function queryOf(kind: JointPaperKind, { recipient, query, filled }: Given): string {
  if (isIn(OWN_PAPERS, kind)) return recipient ? `?for=${recipient}` : ''
  const isUsable = kind === filled.asked && Object.keys(filled.errors).length === 0
  return isUsable ? `?${query}` : ''
}

function filesOf({ id }: JointProcurement, kind: JointPaperKind, query: string): readonly FileLink[] {
  return (['nb', 'nn'] as const).flatMap((language) =>
    PAPER_FORMATS.toReversed().map((format) => ({
      language,
      format,
      href: jointPaperAddress(language, id, { kind, format }) + query,
    })),
  )
}
