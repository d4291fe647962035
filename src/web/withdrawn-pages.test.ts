import { expect, test } from 'vitest'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { mergeCase, withdrawCase } from '#src/modules/catalogue/index.ts'
import { openSearch } from '#src/open-search.ts'
import { withOwnDatabase } from '#src/testing/database.ts'
import { aPerson } from '#src/testing/people.ts'
import { aWebProgram } from '#src/testing/web-program.ts'
import { createWeb } from './server.ts'

const now = () => new Date('2026-11-21T12:00:00Z')

test('a case that is withdrawn says so and why, in the reader’s language; one that is merged leads on', () =>
  withOwnDatabase(async (db) => {
    const curator = await aPerson(db, { roles: ['curator'] })
    await withdrawCase({ db, now }, curator, { id: CaseId.parse('case-002'), reason: 'Lagt ut to ganger' })
    await mergeCase({ db, now }, curator, { id: CaseId.parse('case-003'), into: CaseId.parse('case-016') })
    const web = await createWeb(aWebProgram({ db, now, search: openSearch({ db, now }) }))

    const gone = await web.request('/nn/anskaffelser/case-002')
    expect(gone.status).toBe(410)
    const html = await gone.text()
    expect(html).toContain('Lagt ut to ganger')
    expect(html).toContain('lang="nn"')

    const moved = await web.request('/en/anskaffelser/case-003')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/en/anskaffelser/case-016'])
  }, 'shipped'))
