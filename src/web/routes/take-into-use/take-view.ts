import type { Messages } from '#src/messages/index.ts'
import { adoptionUnderWay, mayTakeIntoUse, tookPart } from '#src/modules/adoptions/index.ts'
import { type ProcurementCase, requirementsOf } from '#src/modules/catalogue/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import type { Database } from '#src/platform/database.ts'
import { address } from '#src/web/paths.ts'

export type TakeView = {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly volume: string | null
  readonly gets: readonly string[]
  readonly tellsLittle: boolean
  /** Those whom the person may take it into use for, the one acted for first. */
  readonly organisations: readonly { readonly id: OrganisationId; readonly name: string }[]
  /** Who has begun already, with the way there. */
  readonly underWay: readonly { readonly name: string; readonly href: string }[]
  readonly tookPart: readonly string[]
  /** Who is named in an option of the contract, and what the case says of the options. */
  readonly option: { readonly names: readonly string[]; readonly says: string | null } | null
}

type Asked = { readonly found: ProcurementCase; readonly actor: Actor; readonly messages: Messages }

export async function takeView(db: Database, { found, actor, messages }: Asked): Promise<TakeView> {
  const { id, content, parties } = found
  const theirs = [...actor.actsFor].filter((one) => mayTakeIntoUse(actor, one))
  const own = theirs.toSorted((a, b) => Number(b === actor.organisation) - Number(a === actor.organisation))
  const names = await organisationsByIds(db, own)
  const nameOf = (one: OrganisationId) => names.get(one)?.name ?? ''
  const begun = await Promise.all(
    own.map(async (organisation) => ({
      organisation,
      adoption: await adoptionUnderWay(db, { organisation, caseId: id }),
    })),
  )
  const free = begun.filter(({ adoption, organisation }) => !adoption && !tookPart(found, organisation))
  const inOption = own.filter((one) =>
    parties.some((party) => party.role === 'option' && party.organisation?.id === one),
  )
  return {
    id,
    title: content.identity.title,
    language: content.language,
    volume: content.need?.volume ?? null,
    ...whatOneGets(found, messages),
    organisations: free.map(({ organisation }) => ({ id: organisation, name: nameOf(organisation) })),
    underWay: begun.flatMap(({ organisation, adoption }) =>
      adoption
        ? {
            name: nameOf(organisation),
            href: address(messages.language, 'adoption', { id: adoption.id }),
          }
        : [],
    ),
    tookPart: own.filter((one) => tookPart(found, one)).map(nameOf),
    option:
      inOption.length > 0 ? { names: inOption.map(nameOf), says: content.contract?.options ?? null } : null,
  }
}

function whatOneGets({ content }: ProcurementCase, { t }: Messages): Pick<TakeView, 'gets' | 'tellsLittle'> {
  const { need, requirements, marketDialogue, competition, reuse, effects } = content
  const counted = (words: 'requirements' | 'questions' | 'criteria' | 'effects', count = 0) =>
    count > 0 ? [t(`adoptions.take.get.${words}`, { count })] : []
  return {
    gets: [
      ...(need ? [t('adoptions.take.get.need')] : []),
      ...counted('requirements', requirements?.length),
      ...counted('questions', marketDialogue?.questions?.length),
      ...counted('criteria', competition?.criteria?.length),
      ...(reuse?.prerequisites ? [t('adoptions.take.get.prerequisites')] : []),
      ...counted('effects', effects.length),
    ],
    tellsLittle: requirementsOf(content).length === 0,
  }
}
