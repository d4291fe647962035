import type { RouterContextProvider } from 'react-router'
import { type JointProcurement, voicesOf } from '#src/modules/joint-procurement/index.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { organisationsByIds } from '#src/modules/organisations/index.ts'
import { programContext } from '#src/web/context.ts'
import { type ReadJoint, readJoint, readJointWithin } from '#src/web/routes/joint-procurement/read-joint.ts'

export type Voice = { readonly id: OrganisationId; readonly name: string }

type Asked = {
  readonly request: Request
  readonly context: Readonly<RouterContextProvider>
  readonly params: { readonly id: string }
}

/** Who they are, and for whom of them the reader may write. */
type Names = {
  readonly nameOf: (organisation: OrganisationId) => string
  readonly voices: readonly Voice[]
}

/** For a room that only those who take part are let into. */
export async function readLifeWithin(asked: Asked) {
  const read = await readJointWithin(asked)
  return { ...read, ...(await namesIn(asked, read)) }
}

/** For a room that everybody who may read the procurement is let into. */
export async function readLife(asked: Asked) {
  const read = await readJoint(asked)
  return { ...read, ...(await namesIn(asked, read)) }
}

async function namesIn(
  { context }: Asked,
  { joint, reader }: Pick<ReadJoint, 'joint' | 'reader'>,
): Promise<Names> {
  const { db } = context.get(programContext)
  const known = await organisationsByIds(db, organisationsIn(joint))
  const nameOf = (organisation: OrganisationId) => known.get(organisation)?.name ?? '–'
  return { nameOf, voices: voicesOf(reader, joint).map((id) => ({ id, name: nameOf(id) })) }
}

function organisationsIn({ participants }: JointProcurement): readonly OrganisationId[] {
  return participants.map(({ organisation }) => organisation)
}
