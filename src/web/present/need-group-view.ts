import type { Messages } from '#src/messages/index.ts'
import type { Actor } from '#src/modules/identity/index.ts'
import { isOneDemand, type Need, nameNeeds, proposedGroupOf } from '#src/modules/needs/index.ts'
import { readRegister } from '#src/modules/organisations/index.ts'
import type { WebProgram } from '#src/web/context.ts'
import { calledIn } from './group-view.ts'

/** Who should buy a need together, for its page. */
export type NeedGroupView = {
  readonly need: string
  /** They are in the same joint demand already, which the page tells of. */
  readonly isTogether: boolean
  readonly group: { readonly names: readonly string[]; readonly lead: string | null } | null
}

/** One's own is «dere»; the page of the group says whose it is. */
export async function needGroupView(
  program: Pick<WebProgram, 'db' | 'now'>,
  need: Need,
  { reader, messages: { t } }: { readonly reader: Actor | null; readonly messages: Messages },
): Promise<NeedGroupView> {
  const group = await proposedGroupOf(program, reader, need.id)
  const isTogether = group !== null && isOneDemand(group.members, group.together)
  if (!group || isTogether) return { need: need.id, isTogether, group: null }
  const named = await nameNeeds(program.db, group.needs)
  const register = await readRegister(program.db)
  const nameOf = (id: string | null) => {
    const one = named.find((each) => each.need === id)
    if (!one) return null
    const name = calledIn(register, one.organisation, one.name)
    return reader?.actsFor.has(one.organisation) ? t('matching.you', { name }) : name
  }
  return {
    need: need.id,
    isTogether,
    group: { names: group.members.flatMap((id) => nameOf(id) ?? []), lead: nameOf(group.lead) },
  }
}
