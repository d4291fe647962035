import type { PaperWords } from '#src/platform/papers/index.ts'
import type { Messages } from './index.ts'

/** The words that every paper needs beside its own, for the renderers, which know no language. */
export function paperWords({ t }: Pick<Messages, 't'>): PaperWords {
  return {
    pageOfPages: t('papers.page', { page: '{page}', pages: '{pages}' }),
    journal: {
      documentDate: t('papers.journal.documentDate'),
      from: t('papers.journal.from'),
      to: t('papers.journal.to'),
      accessBasis: t('papers.journal.accessBasis'),
      caseNumber: t('papers.journal.caseNumber'),
      archiveReference: t('papers.journal.archiveReference'),
    },
    signature: t('papers.signature'),
    name: t('papers.name'),
    placeAndDate: t('papers.placeAndDate'),
    onBehalfOf: t('papers.onBehalfOf'),
  }
}
