/** Every message file, put together; one line for each file. */

import aboutEn from './about/en.json' with { type: 'json' }
import aboutNb from './about/nb.json' with { type: 'json' }
import aboutNn from './about/nn.json' with { type: 'json' }
import accessibilityEn from './accessibility/en.json' with { type: 'json' }
import accessibilityNb from './accessibility/nb.json' with { type: 'json' }
import accessibilityNn from './accessibility/nn.json' with { type: 'json' }
import adoptionsEn from './adoptions/en.json' with { type: 'json' }
import adoptionsNb from './adoptions/nb.json' with { type: 'json' }
import adoptionsNn from './adoptions/nn.json' with { type: 'json' }
import auditEn from './audit/en.json' with { type: 'json' }
import auditNb from './audit/nb.json' with { type: 'json' }
import auditNn from './audit/nn.json' with { type: 'json' }
import caseEn from './case/en.json' with { type: 'json' }
import caseNb from './case/nb.json' with { type: 'json' }
import caseNn from './case/nn.json' with { type: 'json' }
import dataEn from './data/en.json' with { type: 'json' }
import dataNb from './data/nb.json' with { type: 'json' }
import dataNn from './data/nn.json' with { type: 'json' }
import demandEn from './demand/en.json' with { type: 'json' }
import demandNb from './demand/nb.json' with { type: 'json' }
import demandNn from './demand/nn.json' with { type: 'json' }
import documentsEn from './documents/en.json' with { type: 'json' }
import documentsNb from './documents/nb.json' with { type: 'json' }
import documentsNn from './documents/nn.json' with { type: 'json' }
import errorEn from './error/en.json' with { type: 'json' }
import errorNb from './error/nb.json' with { type: 'json' }
import errorNn from './error/nn.json' with { type: 'json' }
import frontEn from './front/en.json' with { type: 'json' }
import frontNb from './front/nb.json' with { type: 'json' }
import frontNn from './front/nn.json' with { type: 'json' }
import gateEn from './gate/en.json' with { type: 'json' }
import gateNb from './gate/nb.json' with { type: 'json' }
import gateNn from './gate/nn.json' with { type: 'json' }
import identityEn from './identity/en.json' with { type: 'json' }
import identityNb from './identity/nb.json' with { type: 'json' }
import identityNn from './identity/nn.json' with { type: 'json' }
import innovationEn from './innovation/en.json' with { type: 'json' }
import innovationNb from './innovation/nb.json' with { type: 'json' }
import innovationNn from './innovation/nn.json' with { type: 'json' }
import jointEn from './joint/en.json' with { type: 'json' }
import jointNb from './joint/nb.json' with { type: 'json' }
import jointNn from './joint/nn.json' with { type: 'json' }
import jointLifeEn from './joint-life/en.json' with { type: 'json' }
import jointLifeNb from './joint-life/nb.json' with { type: 'json' }
import jointLifeNn from './joint-life/nn.json' with { type: 'json' }
import jointPapersEn from './joint-papers/en.json' with { type: 'json' }
import jointPapersNb from './joint-papers/nb.json' with { type: 'json' }
import jointPapersNn from './joint-papers/nn.json' with { type: 'json' }
import knowledgeEn from './knowledge/en.json' with { type: 'json' }
import knowledgeNb from './knowledge/nb.json' with { type: 'json' }
import knowledgeNn from './knowledge/nn.json' with { type: 'json' }
import marketEn from './market/en.json' with { type: 'json' }
import marketNb from './market/nb.json' with { type: 'json' }
import marketNn from './market/nn.json' with { type: 'json' }
import matchingEn from './matching/en.json' with { type: 'json' }
import matchingNb from './matching/nb.json' with { type: 'json' }
import matchingNn from './matching/nn.json' with { type: 'json' }
import needsEn from './needs/en.json' with { type: 'json' }
import needsNb from './needs/nb.json' with { type: 'json' }
import needsNn from './needs/nn.json' with { type: 'json' }
import noticeEn from './notice/en.json' with { type: 'json' }
import noticeNb from './notice/nb.json' with { type: 'json' }
import noticeNn from './notice/nn.json' with { type: 'json' }
import noticesEn from './notices/en.json' with { type: 'json' }
import noticesNb from './notices/nb.json' with { type: 'json' }
import noticesNn from './notices/nn.json' with { type: 'json' }
import notificationsEn from './notifications/en.json' with { type: 'json' }
import notificationsNb from './notifications/nb.json' with { type: 'json' }
import notificationsNn from './notifications/nn.json' with { type: 'json' }
import organisationsEn from './organisations/en.json' with { type: 'json' }
import organisationsNb from './organisations/nb.json' with { type: 'json' }
import organisationsNn from './organisations/nn.json' with { type: 'json' }
import papersEn from './papers/en.json' with { type: 'json' }
import papersNb from './papers/nb.json' with { type: 'json' }
import papersNn from './papers/nn.json' with { type: 'json' }
import peopleEn from './people/en.json' with { type: 'json' }
import peopleNb from './people/nb.json' with { type: 'json' }
import peopleNn from './people/nn.json' with { type: 'json' }
import placeEn from './place/en.json' with { type: 'json' }
import placeNb from './place/nb.json' with { type: 'json' }
import placeNn from './place/nn.json' with { type: 'json' }
import privacyEn from './privacy/en.json' with { type: 'json' }
import privacyNb from './privacy/nb.json' with { type: 'json' }
import privacyNn from './privacy/nn.json' with { type: 'json' }
import radarEn from './radar/en.json' with { type: 'json' }
import radarNb from './radar/nb.json' with { type: 'json' }
import radarNn from './radar/nn.json' with { type: 'json' }
import searchEn from './search/en.json' with { type: 'json' }
import searchNb from './search/nb.json' with { type: 'json' }
import searchNn from './search/nn.json' with { type: 'json' }
import sharingEn from './sharing/en.json' with { type: 'json' }
import sharingNb from './sharing/nb.json' with { type: 'json' }
import sharingNn from './sharing/nn.json' with { type: 'json' }
import siteEn from './site/en.json' with { type: 'json' }
import siteNb from './site/nb.json' with { type: 'json' }
import siteNn from './site/nn.json' with { type: 'json' }
import solutionEn from './solution/en.json' with { type: 'json' }
import solutionNb from './solution/nb.json' with { type: 'json' }
import solutionNn from './solution/nn.json' with { type: 'json' }
import sourcesEn from './sources/en.json' with { type: 'json' }
import sourcesNb from './sources/nb.json' with { type: 'json' }
import sourcesNn from './sources/nn.json' with { type: 'json' }
import themeEn from './theme/en.json' with { type: 'json' }
import themeNb from './theme/nb.json' with { type: 'json' }
import themeNn from './theme/nn.json' with { type: 'json' }

const nb = {
  ...aboutNb,
  ...accessibilityNb,
  ...adoptionsNb,
  ...auditNb,
  ...caseNb,
  ...dataNb,
  ...demandNb,
  ...documentsNb,
  ...errorNb,
  ...frontNb,
  ...gateNb,
  ...identityNb,
  ...innovationNb,
  ...jointNb,
  ...jointLifeNb,
  ...jointPapersNb,
  ...knowledgeNb,
  ...marketNb,
  ...matchingNb,
  ...needsNb,
  ...noticeNb,
  ...noticesNb,
  ...notificationsNb,
  ...organisationsNb,
  ...papersNb,
  ...peopleNb,
  ...placeNb,
  ...privacyNb,
  ...radarNb,
  ...searchNb,
  ...sharingNb,
  ...siteNb,
  ...solutionNb,
  ...sourcesNb,
  ...themeNb,
}

export type MessageKey = keyof typeof nb

const nn: Record<MessageKey, string> = {
  ...aboutNn,
  ...accessibilityNn,
  ...adoptionsNn,
  ...auditNn,
  ...caseNn,
  ...dataNn,
  ...demandNn,
  ...documentsNn,
  ...errorNn,
  ...frontNn,
  ...gateNn,
  ...identityNn,
  ...innovationNn,
  ...jointNn,
  ...jointLifeNn,
  ...jointPapersNn,
  ...knowledgeNn,
  ...marketNn,
  ...matchingNn,
  ...needsNn,
  ...noticeNn,
  ...noticesNn,
  ...notificationsNn,
  ...organisationsNn,
  ...papersNn,
  ...peopleNn,
  ...placeNn,
  ...privacyNn,
  ...radarNn,
  ...searchNn,
  ...sharingNn,
  ...siteNn,
  ...solutionNn,
  ...sourcesNn,
  ...themeNn,
}

const en: Record<MessageKey, string> = {
  ...aboutEn,
  ...accessibilityEn,
  ...adoptionsEn,
  ...auditEn,
  ...caseEn,
  ...dataEn,
  ...demandEn,
  ...documentsEn,
  ...errorEn,
  ...frontEn,
  ...gateEn,
  ...identityEn,
  ...innovationEn,
  ...jointEn,
  ...jointLifeEn,
  ...jointPapersEn,
  ...knowledgeEn,
  ...marketEn,
  ...matchingEn,
  ...needsEn,
  ...noticeEn,
  ...noticesEn,
  ...notificationsEn,
  ...organisationsEn,
  ...papersEn,
  ...peopleEn,
  ...placeEn,
  ...privacyEn,
  ...radarEn,
  ...searchEn,
  ...sharingEn,
  ...siteEn,
  ...solutionEn,
  ...sourcesEn,
  ...themeEn,
}

/** By language; a key that one language lacks does not compile. */
export const TEXTS: Readonly<Record<'nb' | 'nn' | 'en', Readonly<Record<MessageKey, string>>>> = {
  nb,
  nn,
  en,
}
