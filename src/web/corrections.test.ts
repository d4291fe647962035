import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessSite, openAccessSite } from '#src/testing/access-site.ts'

let site: AccessSite
beforeAll(async () => {
  site = await openAccessSite()
})
afterAll(() => site.close())

const textOf = async (answer: Promise<Response>) => (await answer).text()

test('a story is corrected on its page: what is wrong keeps what was typed, and an old version is told', async () => {
  const { ask, records } = site
  const path = `/hva-stoppet-oss/${records.stop}/rett`
  const form = { title: 'Ingen turte', reasons: 'price', happened: 'Budene var for høye.', version: '1' }
  expect(await textOf(ask(`/hva-stoppet-oss/${records.stop}`, 'contributor'))).toContain(path)
  const wrong = await ask(path, 'contributor', {
    form: { ...form, happened: '', wouldHaveHelped: 'Mer tid' },
  })
  expect([wrong.status, (await wrong.text()).includes('Mer tid')]).toEqual([422, true])
  const saved = await ask(path, 'contributor', { form })
  expect(saved.headers.get('location')).toBe(`/hva-stoppet-oss/${records.stop}?rettet`)
  expect(await textOf(ask(`/hva-stoppet-oss/${records.stop}`, 'reader'))).toContain('Budene var for høye.')
  const late = await ask(path, 'coordinator', { form: { ...form, title: 'Noe helt annet' } })
  expect([late.status, (await late.text()).includes('Noe helt annet')]).toEqual([409, true])
})

test('a contact person is on the page of the case, and in no answer, file or search', async () => {
  const { ask, records, program } = site
  const path = `/anskaffelser/${records.case}/kontaktperson`
  const wrong = await ask(path, 'contributor', { form: { until: '31.2.2027' } })
  expect([wrong.status, (await wrong.text()).includes('31.2.2027')]).toEqual([422, true])
  const chosen = await ask(path, 'contributor', { form: { until: '1.3.2027' } })
  expect(chosen.headers.get('location')).toBe(`/anskaffelser/${records.case}#kontakt`)
  const { name } = site.people.contributor
  const page = await textOf(ask(`/anskaffelser/${records.case}`))
  expect(page.slice(page.indexOf('id="kontakt"'))).toContain(name)
  await program.search.refresh()
  const places = [
    `/api/v1/cases/${records.case}`,
    `/api/v1/search?q=${encodeURIComponent(name)}`,
    `/anskaffelser/${records.case}/versjoner/1`,
    `/anskaffelser/${records.case}/papir.docx`,
  ]
  for (const place of places) {
    const text = (await textOf(ask(place))).replaceAll(`"q":"${name}"`, '')
    expect(text.includes(name), place).toBe(false)
  }
  await ask(path, 'contributor', { form: { do: 'end' } })
  expect(await textOf(ask(`/anskaffelser/${records.case}`))).not.toContain('id="kontakt"')
})

test('a curator edits a published case with a reason, which stands in the history', async () => {
  const { ask } = site
  const path = '/anskaffelser/case-014/rediger/om'
  const page = await textOf(ask(path, 'curator'))
  const values = [...page.matchAll(/<(?:input|textarea|select)[^>]*name="([^"]+)"/g)].map(([, name]) => name)
  expect(values).toEqual(expect.arrayContaining(['identity.title', 'reason', 'version']))
  const empty = await ask(path, 'curator', { form: { version: '1', 'identity.title': '', reason: 'Prøve' } })
  expect(empty.status).toBe(422)
  const need = '/anskaffelser/case-014/rediger/behov'
  const form = {
    version: '1',
    'need.text': 'Et behov som redaksjonen har rettet',
    reason: 'Rettet skrivefeil',
  }
  const saved = await ask(need, 'curator', { form })
  expect(saved.headers.get('location')).toBe(`${need}?lagret`)
  expect(await textOf(ask('/anskaffelser/case-014'))).toContain('Et behov som redaksjonen har rettet')
  expect(await textOf(ask('/anskaffelser/case-014/historikk'))).toContain('Rettet skrivefeil')
  const late = await ask(need, 'curator', { form: { ...form, 'need.text': 'Fra en gammel side' } })
  expect([late.status, (await late.text()).includes('Fra en gammel side')]).toEqual([409, true])
})

test('what two wrote of the same is kept for the one who came last, also after going away', async () => {
  const { ask, records } = site
  const path = `/del/${records.draft}/erfaring`
  const page = await textOf(ask(path, 'contributor'))
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
  const sent = (approach: string) => ({ version, approach, do: 'later' })
  await ask(path, 'contributor', { form: sent('Det den første skrev') })
  const stood = await ask(path, 'coordinator', { form: sent('Det den andre skrev') })
  expect(stood.status).toBe(409)
  const again = await textOf(ask(path, 'coordinator'))
  expect([again.includes('Det den første skrev'), again.includes('Det den andre skrev')]).toEqual([
    true,
    true,
  ])
  expect(await textOf(ask(`/del/${records.draft}`, 'coordinator'))).toContain('Begge er tatt vare på')
  expect(await textOf(ask(path, 'network-leader'))).not.toContain('Det den andre skrev')
})

test('the search finds for whoever is signed in what they may see, and tells nobody else of it', async () => {
  const { ask, records, program } = site
  await program.search.refresh()
  const found = async (who: 'nobody' | 'reader' | 'neighbour') =>
    (await textOf(ask('/sok?q=kravspesifikasjon&type=document', who))).includes(
      `/dokumenter/${records.document}`,
    )
  expect([await found('nobody'), await found('reader'), await found('neighbour')]).toEqual([
    false,
    true,
    false,
  ])
  expect([await found('nobody'), await found('reader')]).toEqual([false, true])
})

test('the paper of a mandate is a PDF and a Word file', async () => {
  const { ask, records } = site
  const path = `/virksomhet/mandater/${records.mandate}/papir`
  const pdf = await ask(`${path}?format=pdf`, 'reader')
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(pdf.headers.get('content-disposition')).toContain('.pdf')
  const word = await ask(`${path}?format=docx`, 'reader')
  expect(word.headers.get('content-type')).toContain('wordprocessingml')
})
