import type { Messages } from '#src/messages/index.ts'
import { paperWords } from '#src/messages/paper-words.ts'
import { dayOf, type Mandate } from '#src/modules/identity/index.ts'
import { facts, note, type Paper } from '#src/platform/papers/index.ts'

/**
 * A mandate as a paper for the archive of both: who may act for whom, from when until when, and on which decision it
 * rests. It says what was noted here; the decision itself lies where it was made.
 */
export function mandatePaper(mandate: Mandate, messages: Messages): Paper {
  const { t, language, date } = messages
  const { principalName, bodyName, startsOn, endsOn, decision, givenAt, withdrawnAt } = mandate
  return {
    language,
    words: paperWords(messages),
    sort: t('papers.mandate.sort'),
    title: t('papers.mandate.title', { body: bodyName, principal: principalName }),
    author: principalName,
    footer: t('papers.mandate.footer', { id: mandate.id }),
    madeAt: withdrawnAt ?? givenAt,
    journal: { documentDate: date(dayOf(givenAt)), from: principalName, to: bodyName },
    blocks: [
      facts([
        [t('papers.mandate.principal'), principalName],
        [t('papers.mandate.body'), bodyName],
        [t('people.mandates.from'), date(startsOn.toString())],
        [t('people.mandates.to'), endsOn ? date(endsOn.toString()) : t('papers.mandate.untilWithdrawn')],
        [t('people.mandates.decision'), decision],
        [t('papers.mandate.noted'), date(dayOf(givenAt))],
        [t('papers.mandate.withdrawn'), withdrawnAt ? date(dayOf(withdrawnAt)) : null],
      ]),
      ...(withdrawnAt ? [note(t('papers.mandate.isWithdrawn'), { tone: 'care' })] : []),
      note(t('papers.mandate.what')),
    ],
  }
}
