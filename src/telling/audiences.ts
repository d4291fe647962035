import type { Audience } from '#src/modules/notifications/index.ts'
import { adoptionAudiences } from './adoption-audiences.ts'
import { demandAudiences } from './demand-audiences.ts'
import { gateAudiences } from './gate-audiences.ts'
import { identityAudiences } from './identity-audiences.ts'
import { jointAudiences } from './joint-audiences.ts'
import { jointLifeAudiences } from './joint-life-audiences.ts'
import { marketAudiences } from './market-audiences.ts'
import { needAudiences } from './need-audiences.ts'
import { newsAudiences } from './news-audiences.ts'
import { sharingAudiences } from './sharing-audiences.ts'

/** Every kind of event that somebody is told of, and whom it concerns. */
export const AUDIENCES: readonly Audience[] = [
  ...sharingAudiences,
  ...adoptionAudiences,
  ...demandAudiences,
  ...gateAudiences,
  ...jointAudiences,
  ...identityAudiences,
  ...needAudiences,
  ...marketAudiences,
  ...newsAudiences,
  ...jointLifeAudiences,
]
