import { z } from 'zod'
import { isOrganisasjonsnummer } from '#src/modules/organisations/index.ts'
import type { ProvenIdentity } from './identity-provider.ts'

/** ISO 6523 with Norwegian organisation numbers: `0192:987464291`. */
const NORWEGIAN = /^0192:(\d{9})$/

const Claims = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1),
  name: z.string().trim().min(1).max(200).nullable().catch(null),
  email: z.string().trim().toLowerCase().pipe(z.email()).nullable().catch(null),
  email_verified: z.boolean().catch(false),
  sid: z.string().min(1).max(200).nullable().catch(null),
  authorization_details: z.array(z.unknown()).catch([]),
})

/**
 * What is kept of the claims; everything else, `pid` among it, is let go here.
 *
 * An e-mail address that the provider has not verified is not kept either: whoever runs a directory of their own can
 * write any address into it.
 */
export function readIdentity(claims: Readonly<Record<string, unknown>>, idToken: string): ProvenIdentity {
  const read = Claims.parse(claims)
  return {
    issuer: read.iss,
    subject: read.sub,
    name: read.name,
    email: read.email_verified ? read.email : null,
    organisasjonsnumre: readOrganisations(read.authorization_details),
    idToken,
    providerSession: read.sid,
  }
}

const Identifier = z.object({ ID: z.string() })
const Detail = z.union([
  z
    .object({ type: z.literal('ansattporten:altinn:service'), reportees: z.array(Identifier) })
    .transform(({ reportees }) => reportees.map(({ ID }) => ID)),
  z
    .object({
      type: z.literal('ansattporten:altinn:resource'),
      authorized_parties: z.array(z.object({ orgno: Identifier })),
    })
    .transform((detail) => detail.authorized_parties.map(({ orgno }) => orgno.ID)),
  z.object({ type: z.literal('ansattporten:orgno'), orgno: Identifier }).transform(({ orgno }) => [orgno.ID]),
])

/** The organisations in the three forms of Ansattporten; what has another form is passed over. */
function readOrganisations(details: readonly unknown[]): readonly string[] {
  const numbers = details
    .flatMap((detail) => Detail.safeParse(detail).data ?? [])
    .map((id) => NORWEGIAN.exec(id)?.[1] ?? '')
  return [...new Set(numbers)].filter((number) => isOrganisasjonsnummer(number))
}
