import { dayOf } from '#src/modules/identity/index.ts'
import { buyers, type JointProcurement } from '#src/modules/joint-procurement/joint-procurement.ts'
import { readLife } from '#src/modules/joint-procurement/read-surroundings.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisationsByIds, population, readRegister } from '#src/modules/organisations/index.ts'
import type { Clock } from '#src/platform/clock.ts'
import type { Database } from '#src/platform/database.ts'
import { gateDigest } from './gate-digest.ts'
import { type GateInput, idsOf, type Parties } from './gate-input.ts'
import type { GatePoint } from './gate-point.ts'
import { gatePoints } from './gate-points.ts'
import { type DraftRead, findDraft, type GatePass, passesOf } from './gate-repository.ts'
import { type BlockBuyer, participantBlock } from './participant-block.ts'

type GateContext = { readonly db: Database; readonly now: Clock }

/** The check before publication as it stands. */
export type Gate = {
  readonly procurement: JointProcurement
  readonly input: GateInput
  readonly points: readonly GatePoint[]
  readonly block: readonly BlockBuyer[]
  /** Of everything that is passed now; a pass that was of something else no longer counts. */
  readonly digest: string
  readonly draft: DraftRead | null
  readonly passes: readonly GatePass[]
  /** Passes of this round that were of something else than what stands there now. */
  readonly outdated: readonly GatePass[]
  /** Those who buy and have not passed what stands there now. */
  readonly waiting: readonly OrganisationId[]
}

/** Reads everything the check goes by. */
export async function loadGate({ db, now }: GateContext, procurement: JointProcurement): Promise<Gate> {
  const { around } = await readLife(db, procurement, now())
  const draft = await findDraft(db, procurement.id)
  const input: GateInput = {
    procurement,
    parties: await partiesOf(db, procurement),
    dialogueSummary: around.dialogueSummary,
    draft: draft?.found ?? null,
    today: dayOf(now()),
  }
  const digest = gateDigest({ ...input, draftSha256: draft?.sha256 ?? null })
  const all = await passesOf(db, procurement.id, procurement.gateRound)
  const passes = all.filter((pass) => pass.digest === digest)
  const passed = new Set(passes.map(({ organisation }) => organisation))
  return {
    procurement,
    input,
    points: gatePoints(input),
    block: participantBlock(input),
    digest,
    draft,
    passes,
    outdated: all.filter((pass) => pass.digest !== digest),
    waiting: idsOf(buyers(procurement)).filter((one) => !passed.has(one)),
  }
}

/** What the registers know of everybody who takes part or is asked to. */
export async function partiesOf(
  db: Database,
  { participants }: Pick<JointProcurement, 'participants'>,
): Promise<Parties> {
  const organisations = await organisationsByIds(db, idsOf(participants))
  const register = await readRegister(db)
  return new Map(
    [...organisations].map(([id, { name, kind, organisasjonsnummer, kommunenummer }]) => {
      const place =
        kind === 'municipality' && kommunenummer ? register.municipalities.get(kommunenummer) : null
      const inhabitants = place ? population(place) : null
      return [id, { name, kind, number: organisasjonsnummer, inhabitants }]
    }),
  )
}
