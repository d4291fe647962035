import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import {
  blockText,
  buyers,
  type Gate,
  isPublished,
  letsThrough,
  mayLead,
  mayWriteFor,
  passesFor,
  publishedNotice,
  shippedGate,
} from '#src/modules/joint-procurement/index.ts'
import type { Database } from '#src/platform/database.ts'
import { type FoundView, foundView } from './draft-view.ts'
import { type GroupView, groupViews, namesIn, problemText } from './point-views.ts'

type PassView = {
  readonly name: string
  readonly title: string | null
  readonly authority: string | null
  readonly on: string | null
}

export type GateView = {
  readonly groups: readonly GroupView[]
  readonly counts: { readonly missing: number; readonly judge: number; readonly fulfilled: number }
  readonly vouched: string
  readonly status: 'early' | 'open' | 'locked' | 'ended'
  readonly lockedOn: string | null
  readonly round: number
  readonly passes: readonly PassView[]
  readonly outdated: string | null
  /** For whom the reader can pass; `passed` when that is done. */
  readonly own: { readonly name: string; readonly passed: boolean } | null
  readonly isOpen: boolean
  readonly digest: string
  readonly numbers: readonly { readonly id: string; readonly name: string }[]
  readonly block: string
  readonly leads: boolean
  readonly draft: { readonly name: string; readonly on: string; readonly found: FoundView } | null
  readonly notice: NoticeView
}

type NoticeView = {
  readonly reference: string
  readonly publishedOn: string | null
  readonly read: { readonly id: string; readonly title: string; readonly problems: readonly string[] } | null
}

type Asked = { readonly gate: Gate; readonly reader: Actor; readonly messages: Messages }

/** The check as its page shows it to one who takes part. */
export async function gateView(db: Database, { gate, reader, messages }: Asked): Promise<GateView> {
  const { points, procurement, waiting, draft } = gate
  const { t, date, language } = messages
  const shipped = shippedGate()
  const count = (state: string) => points.filter((point) => point.state === state).length
  const own = passesFor(reader, procurement)
  const status = statusOf(gate)
  return {
    groups: groupViews(gate, messages),
    counts: { missing: count('missing'), judge: count('judge'), fulfilled: count('fulfilled') },
    vouched: t('gate.vouched', { who: shipped.vouchedBy[language], version: shipped.version }),
    status,
    lockedOn: procurement.lockedAt && date(procurement.lockedAt),
    round: procurement.gateRound,
    ...passViews(gate, messages),
    own: own && { name: namesIn(gate)(own), passed: !waiting.includes(own) },
    isOpen: status === 'open' && points.every(letsThrough),
    digest: gate.digest,
    numbers: numberViews({ gate, reader }),
    block: blockText(gate.block, procurement.facts, messages),
    leads: mayLead(reader, procurement),
    draft: draft && { name: draft.name, on: date(draft.at), found: foundView(draft.found, gate, messages) },
    notice: await noticeView(db, gate, messages),
  }
}

function statusOf({ procurement }: Gate): GateView['status'] {
  if (procurement.ended) return 'ended'
  if (isPublished(procurement)) return 'locked'
  return procurement.step === 'gate' ? 'open' : 'early'
}

function passViews(gate: Gate, { list, date }: Messages): Pick<GateView, 'passes' | 'outdated'> {
  const nameOf = namesIn(gate)
  const { passes, outdated, procurement } = gate
  // Once they are locked it stays as it was passed, whatever is told of each later.
  const counted = isPublished(procurement) ? [...passes, ...outdated] : passes
  return {
    passes: buyers(procurement).map(({ organisation }) => {
      const pass = counted.find((one) => one.organisation === organisation)
      return {
        name: nameOf(organisation),
        title: pass?.title ?? null,
        authority: pass?.authority ?? null,
        on: pass ? date(pass.at) : null,
      }
    }),
    outdated:
      outdated.length > 0 && !isPublished(procurement)
        ? list(outdated.map(({ organisation }) => nameOf(organisation)))
        : null,
  }
}

/** Those whose number the register lacks, where the reader writes for them. */
function numberViews({ gate, reader }: Pick<Asked, 'gate' | 'reader'>): GateView['numbers'] {
  const { procurement, input } = gate
  if (procurement.ended || isPublished(procurement)) return []
  return buyers(procurement)
    .map(({ organisation }) => organisation)
    .filter((one) => !input.parties.get(one)?.number && mayWriteFor(reader, one))
    .map((id) => ({ id, name: namesIn(gate)(id) }))
}

async function noticeView(db: Database, gate: Gate, messages: Messages): Promise<NoticeView> {
  const { notice: reference, publishedOn } = gate.procurement.facts
  const read = await publishedNotice(db, gate)
  return {
    reference,
    publishedOn,
    read: read && {
      id: read.id,
      title: read.title,
      problems: [...read.compared.missing, ...read.compared.judge].map((problem) =>
        problemText(problem, namesIn(gate), { messages, of: 'notice' }),
      ),
    },
  }
}
