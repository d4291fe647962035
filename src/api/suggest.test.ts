import { expect, test } from 'vitest'
import type { z } from 'zod'
import { ALARMS, SITE, seededApi } from '#src/testing/api-program.ts'
import { Problem } from './problem.ts'
import { SuggestionsAnswer } from './suggest-answer.ts'

async function suggestions(query: string): Promise<z.infer<typeof SuggestionsAnswer>> {
  const { ask } = await seededApi()
  const answer = await ask(`/suggest?${query}`)
  expect(answer.status).toBe(200)
  return SuggestionsAnswer.parse(await answer.json())
}

test('each suggestion says what it is and where it leads, in the language that was asked for', async () => {
  const { query, suggestions: found } = await suggestions('q=%20trygghetsal%20&lang=nn&limit=12')
  expect(query).toBe('trygghetsal')
  expect(found).toContainEqual({
    ...{ kind: 'words', label: 'Søk', text: 'trygghetsalarm', language: null, self: null },
    url: `${SITE}/nn/sok?q=trygghetsalarm`,
  })
  expect(found).toContainEqual({
    ...{ kind: 'theme', label: 'Tema', language: 'nn' },
    text: 'Tryggleiksalarm og responsteneste (Trygghetsalarm og responstjeneste)',
    url: `${SITE}/nn/tema/trygghetsalarm`,
    self: `${SITE}/api/v1/themes/trygghetsalarm`,
  })
  expect(found).toContainEqual(
    expect.objectContaining({
      ...{ kind: 'notice', label: 'Kunngjering', language: 'nb' },
      url: `${SITE}/nn/kunngjoringer/${ALARMS}-02`,
      self: `${SITE}/api/v1/notices/${ALARMS}-02`,
    }),
  )
})

test('a municipality leads to its page, and what leads to a record can be read', async () => {
  const { ask } = await seededApi()
  const { suggestions: found } = await suggestions('q=bod')
  expect(found).toContainEqual({
    ...{ kind: 'municipality', label: 'Kommune', text: 'Bodø', language: null },
    url: `${SITE}/kommuner/1804`,
    self: `${SITE}/api/v1/municipalities/1804`,
  })
  for (const { self } of [...found, ...(await suggestions('q=sykehjem')).suggestions]) {
    if (self) expect((await ask(self.replace(`${SITE}/api/v1`, ''))).status, self).toBe(200)
  }
})

test('before two letters there is nothing, and no more than was asked for', async () => {
  for (const q of ['', 'v', '%20', '%22', '-', '%00x'.slice(3)])
    expect((await suggestions(`q=${q}`)).suggestions).toEqual([])
  expect((await suggestions('q=velferd&limit=3')).suggestions).toHaveLength(3)
})

test.each([`q=${'x'.repeat(201)}`, 'q=ab&limit=21', 'q=ab&type=case'])(
  '%s is told to be wrong',
  async (query) => {
    const { ask } = await seededApi()
    const answer = await ask(`/suggest?${query}`)
    expect(answer.status).toBe(400)
    expect(Problem.parse(await answer.json()).parameters).toHaveLength(1)
  },
)
