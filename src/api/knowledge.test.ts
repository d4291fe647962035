import { expect, test } from 'vitest'
import { CaseId } from '#src/modules/catalogue/contract.ts'
import { addCase, findCase } from '#src/modules/catalogue/index.ts'
import { makeApiToken } from '#src/modules/identity/index.ts'
import { now, seededApi } from '#src/testing/api-program.ts'
import { aDocument } from '#src/testing/shared-documents.ts'
import { aToldStop, stopPeople } from '#src/testing/stops.ts'
import { DocumentAnswer, DocumentsAnswer } from './document-answer.ts'
import { RequirementAnswer, RequirementsAnswer } from './requirement-answer.ts'
import { SearchAnswerBody } from './search-answer.ts'
import { StopAnswer, StopsAnswer } from './stop-answer.ts'

async function aScene() {
  const { db, ask, refresh } = await seededApi()
  const people = await stopPeople(db)
  const keyOf = async (actor: typeof people.chief) => {
    const key = await makeApiToken({ db, now }, actor, { name: 'Prøve', scopes: ['read'], days: 1 })
    if (!key.ok) throw new Error(key.failure.kind)
    return key.value.secret
  }
  const read = (path: string, key?: string) =>
    ask(path, key ? { headers: { authorization: `Bearer ${key}` } } : {})
  return { db, refresh, people, read, mine: await keyOf(people.kari), theirs: await keyOf(people.neighbour) }
}

test('stories are read as far as they are open, by list, by id and by searching', async () => {
  const { db, people, read, mine, theirs, refresh } = await aScene()
  const { chief } = people
  const title = 'Zyrkonbro som stoppet'
  const open = await aToldStop({ db, now }, chief, { title, visibility: 'all', named: false })
  const shared = await aToldStop({ db, now }, chief, { title, visibility: 'public-employees' })
  const inside = await aToldStop({ db, now }, chief, { title })
  await refresh()
  const listed = async (key?: string) => {
    const answer = StopsAnswer.parse(await (await read('/stops?reason=no-money', key)).json())
    expect(answer.total).toBe(answer.items.length)
    return answer.items.map(({ id }) => id).toSorted()
  }
  expect(await listed()).toEqual([open])
  expect(await listed(theirs)).toEqual([open, shared].toSorted())
  expect(await listed(mine)).toEqual([open, shared, inside].toSorted())
  expect((await read(`/stops/${inside}`)).status).toBe(404)
  expect((await read(`/stops/${inside}`, theirs)).status).toBe(404)
  expect((await read('/stops/no-id')).status).toBe(404)
  expect(StopAnswer.parse(await (await read(`/stops/${open}`)).json())).toMatchObject({
    organisation: null,
    reasons: expect.arrayContaining([{ code: 'no-money', label: 'Ingen penger' }]),
  })
  expect(StopAnswer.parse(await (await read(`/stops/${inside}`, mine)).json())).toMatchObject({
    organisation: { municipalityNumber: '1804' },
  })
  const found = async (key?: string) => {
    const body = SearchAnswerBody.parse(await (await read('/search?q=zyrkonbro&type=stop', key)).json())
    return body.hits.map(({ id }) => id).toSorted()
  }
  expect(await found()).toEqual([open])
  expect(await found(theirs)).toEqual([open, shared].toSorted())
  expect(await found(mine)).toEqual([open, shared, inside].toSorted())
  const suggested = async (key?: string) =>
    (await (await read('/suggest?q=zyrkonbro', key)).text()).includes(inside)
  expect([await suggested(), await suggested(theirs), await suggested(mine)]).toEqual([false, false, true])
})

test('documents are told of with the address of the file, page by page, to those who may see them', async () => {
  const { db, people, read, mine, theirs, refresh } = await aScene()
  const described = { title: 'Zyrkonkrav', visibility: 'all', theme: 'trygghetsalarm' } as const
  const ids = [
    await aDocument(db, people.chief, { description: described }),
    await aDocument(db, people.chief, { description: described }),
  ]
  const inside = await aDocument(db, people.chief, { description: { title: 'Zyrkonkrav for oss' } })
  await refresh()
  const first = DocumentsAnswer.parse(await (await read('/documents?limit=1&theme=velferdsteknologi')).json())
  expect(first).toMatchObject({ total: 2, next: expect.stringContaining('after=') })
  const { search } = new URL(first.next ?? '')
  const second = DocumentsAnswer.parse(await (await read(`/documents${search}`)).json())
  expect(second.next).toBeNull()
  expect([...first.items, ...second.items].map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  expect(first.items[0]?.file).toMatchObject({
    name: 'krav.pdf',
    mediaType: 'application/pdf',
    url: expect.stringMatching(/\/dokumenter\/[0-9a-f-]{36}\/1\/krav\.pdf$/),
  })
  expect((await read(`/documents/${inside}`)).status).toBe(404)
  expect((await read(`/documents/${inside}`, theirs)).status).toBe(404)
  expect((await read(`/documents?after=${inside}`)).status).toBe(400)
  expect(DocumentAnswer.parse(await (await read(`/documents/${inside}`, mine)).json())).toMatchObject({
    visibility: 'organisation',
    kindLabel: 'Kravspesifikasjon',
  })
  const found = async (key?: string) =>
    SearchAnswerBody.parse(await (await read('/search?q=zyrkonkrav', key)).json()).total
  expect([await found(), await found(theirs), await found(mine)]).toEqual([2, 2, 3])
})

test('what a case asked the market for is read one by one, by words, kind and id', async () => {
  const { db, people, read } = await aScene()
  const found = await findCase(db, CaseId.parse('case-016'))
  if (found?.status !== 'found' || !people.chief.organisation) throw new Error('case-016 is there')
  const requirements = [
    { text: 'Alarmen skal virke i to døgn uten strøm', strength: 'must' as const },
    { text: 'Zyrkonlampen skal lyse grønt' },
  ]
  const content = { ...found.case.content, requirements }
  const added = await addCase({ db, now }, people.chief, {
    content,
    note: null,
    organisation: people.chief.organisation,
  })
  if (!added.ok) throw new Error(added.failure.kind)
  const list = async (query: string) =>
    RequirementsAnswer.parse(await (await read(`/requirements?${query}`)).json())
  const all = await list('kind=requirement&theme=velferdsteknologi')
  expect(all.items.filter((one) => one.case === added.value).map(({ text }) => text)).toEqual(
    requirements.map(({ text }) => text),
  )
  const [one] = (await list('q=zyrkonlampe')).items
  expect(one).toMatchObject({ case: added.value, kindLabel: 'Funksjonskrav', strength: null })
  const again = await (await read(`/requirements/${one?.id}`)).json()
  expect(RequirementAnswer.parse(again)).toEqual(one)
  expect((await read('/requirements/case-016.000000000000')).status).toBe(404)
  expect((await read('/requirements?kind=wish')).status).toBe(400)
  const first = await list('limit=1&kind=requirement')
  expect(first.next).toContain(`after=${first.items[0]?.id}`)
})
