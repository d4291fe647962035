import type { Audience } from '#src/modules/notifications/index.ts'
import { adoptionAudiences } from './adoption-audiences.ts'
import { identityAudiences } from './identity-audiences.ts'
import { sharingAudiences } from './sharing-audiences.ts'

/** Every kind of event that somebody is told of, and whom it concerns. */
export const AUDIENCES: readonly Audience[] = [
  ...sharingAudiences,
  ...adoptionAudiences,
  ...identityAudiences,
]
