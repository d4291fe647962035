/** Every message file, put together; one line for each file. */
import caseNb from './case/nb.json' with { type: 'json' }
import caseNn from './case/nn.json' with { type: 'json' }
import caseEn from './case/en.json' with { type: 'json' }
import errorNb from './error/nb.json' with { type: 'json' }
import errorNn from './error/nn.json' with { type: 'json' }
import errorEn from './error/en.json' with { type: 'json' }
import frontNb from './front/nb.json' with { type: 'json' }
import frontNn from './front/nn.json' with { type: 'json' }
import frontEn from './front/en.json' with { type: 'json' }
import noticeNb from './notice/nb.json' with { type: 'json' }
import noticeNn from './notice/nn.json' with { type: 'json' }
import noticeEn from './notice/en.json' with { type: 'json' }
import placeNb from './place/nb.json' with { type: 'json' }
import placeNn from './place/nn.json' with { type: 'json' }
import placeEn from './place/en.json' with { type: 'json' }
import searchNb from './search/nb.json' with { type: 'json' }
import searchNn from './search/nn.json' with { type: 'json' }
import searchEn from './search/en.json' with { type: 'json' }
import siteNb from './site/nb.json' with { type: 'json' }
import siteNn from './site/nn.json' with { type: 'json' }
import siteEn from './site/en.json' with { type: 'json' }
import solutionNb from './solution/nb.json' with { type: 'json' }
import solutionNn from './solution/nn.json' with { type: 'json' }
import solutionEn from './solution/en.json' with { type: 'json' }
import themeNb from './theme/nb.json' with { type: 'json' }
import themeNn from './theme/nn.json' with { type: 'json' }
import themeEn from './theme/en.json' with { type: 'json' }

const nb = {
  ...caseNb,
  ...errorNb,
  ...frontNb,
  ...noticeNb,
  ...placeNb,
  ...searchNb,
  ...siteNb,
  ...solutionNb,
  ...themeNb,
}

export type MessageKey = keyof typeof nb

const nn: Record<MessageKey, string> = {
  ...caseNn,
  ...errorNn,
  ...frontNn,
  ...noticeNn,
  ...placeNn,
  ...searchNn,
  ...siteNn,
  ...solutionNn,
  ...themeNn,
}

const en: Record<MessageKey, string> = {
  ...caseEn,
  ...errorEn,
  ...frontEn,
  ...noticeEn,
  ...placeEn,
  ...searchEn,
  ...siteEn,
  ...solutionEn,
  ...themeEn,
}

/** By language; a key that one language lacks does not compile. */
export const TEXTS: Readonly<Record<'nb' | 'nn' | 'en', Readonly<Record<MessageKey, string>>>> = { nb, nn, en }
