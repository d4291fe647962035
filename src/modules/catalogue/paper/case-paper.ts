import type { Messages } from '#src/messages/index.ts'
import { paperWords } from '#src/messages/paper-words.ts'
import type { ProcurementCase } from '#src/modules/catalogue/case.ts'
import { hasBlock } from '#src/modules/catalogue/missing-blocks.ts'
import { whoLine } from '#src/modules/catalogue/who-line.ts'
import { type Block, type Journal, note, type Paper } from '#src/platform/papers/index.ts'
import { competitionBlocks, contractBlocks, dialogueBlocks } from './market-blocks.ts'
import { effectBlocks, lessonBlocks, missingBlocksOf, reuseBlocks, stoppedBlocks } from './outcome-blocks.ts'
import { citationBlocks, identityBlocks, sourceBlocks } from './provenance-blocks.ts'
import { needBlocks, requirementBlocks, stepBlocks, userBlocks, whoBlocks } from './story-blocks.ts'

const PUBLISHER = 'Spydspiss'

/** What a paper tells of a case; an earlier version can be told in the same way. */
export type CaseState = Pick<
  ProcurementCase,
  'id' | 'version' | 'origin' | 'confirmedAt' | 'updatedAt' | 'content'
>

export type CaseAsPaper = {
  readonly found: CaseState
  readonly messages: Messages
  /** The whole address of its page, for whoever has only the paper. */
  readonly address: string
}

/**
 * A published state of a case as a paper: the twelve blocks, what is not known yet, how to cite it, and its terms.
 * Nothing in it depends on when it is made, so the same state has the same bytes for ever. `journal` is for the
 * archive of the municipality whose case it is.
 */
export function casePaper(of: CaseAsPaper, journal?: Journal): Paper {
  const { found, messages } = of
  const { t, language } = messages
  const { identity } = found.content
  const names = leadingNames(found)
  const sort = [t(`case.kind.${identity.kind}`), names, years(found)].filter((one) => one !== '')
  // The municipalities have not written what ships with the program, and are not cited for it.
  const author = found.origin === 'person' && names !== '' ? names : PUBLISHER
  return {
    language,
    words: paperWords(messages),
    title: identity.title,
    titleLanguage: found.content.language,
    sort: sort.join(' · '),
    author,
    rights: 'CC BY 4.0',
    footer: t('papers.case.footer', { id: found.id, version: `${found.version}` }),
    madeAt: found.updatedAt,
    ...(journal && { journal }),
    blocks: [...blocksOf(of), ...citationBlocks(of, author)],
  }
}

function blocksOf({ found, messages, address }: CaseAsPaper): readonly Block[] {
  const { content } = found
  const { kind } = content.identity
  const told = [
    ...whoBlocks(content, messages),
    ...needBlocks(content, messages),
    ...userBlocks(content, messages),
    ...requirementBlocks(content, messages),
    ...stepBlocks(content, messages),
    ...dialogueBlocks(content, messages),
    ...competitionBlocks(content, messages),
    ...contractBlocks(content, messages),
    ...stoppedBlocks(content, messages),
    ...effectBlocks(content, messages),
    ...lessonBlocks(content, messages),
    ...(hasBlock(content, 'reuse') || kind === 'procurement' ? reuseBlocks(content, messages) : []),
    ...missingBlocksOf(content, messages),
    ...sourceBlocks(content, messages),
  ]
  return [
    ...identityBlocks({ found, messages, address }),
    ...(kind === 'procurement' ? [] : [note(messages.t(`case.notProcurement.${kind}`), { tone: 'care' })]),
    ...told,
  ]
}

function leadingNames({ content }: CaseState): string {
  const { items } = whoLine(content.who.parties, 3)
  return items.map(({ name }) => name).join(', ')
}

function years({ content: { identity } }: CaseState): string {
  const { fromYear, toYear } = identity
  return [...new Set([fromYear, toYear].filter((year) => year !== undefined))].join('–')
}
