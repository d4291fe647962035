import type { Messages } from '#src/messages/index.ts'
import { CIRCLES, RADAR_MONTHS } from '#src/modules/needs/contract.ts'
import { county, municipalities, type Register } from '#src/modules/organisations/index.ts'
import { theme, themeTree } from '#src/modules/vocabulary/index.ts'
import { compareNames } from '#src/platform/compare-names.ts'
import { type AskedRadar, CIRCLE_WORDS } from '#src/web/present/radar-address.ts'
import { monthName } from '#src/web/present/radar-words.ts'
import type { Choice } from '#src/web/ui/fields.tsx'

export type RadarField = {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
}

const MONTHS_TO_CHOOSE = 24

type Around = { readonly register: Register; readonly messages: Messages; readonly today: string }

/** What one may choose, each with what is chosen now. */
export function radarFields(asked: AskedRadar, { register, messages, today }: Around): readonly RadarField[] {
  const { t } = messages
  return [
    {
      name: 'kommune',
      label: t('radar.form.municipality'),
      value: asked.kommunenummer ?? '',
      choices: [{ value: '', text: t('radar.form.none') }, ...municipalityChoices(register)],
    },
    {
      name: 'krets',
      label: t('radar.form.circle'),
      value: CIRCLE_WORDS[asked.circle],
      choices: CIRCLES.map((circle) => ({ value: CIRCLE_WORDS[circle], text: t(`radar.circle.${circle}`) })),
    },
    {
      name: 'tema',
      label: t('radar.form.theme'),
      value: asked.theme ?? '',
      choices: [{ value: '', text: t('radar.form.allThemes') }, ...themeChoices(asked.theme, messages)],
    },
    {
      name: 'fra',
      label: t('radar.form.from'),
      value: asked.from ?? today.slice(0, 7),
      choices: monthChoices(asked.from, today, messages),
    },
    {
      name: 'mnd',
      label: t('radar.form.months'),
      value: String(asked.months),
      choices: RADAR_MONTHS.toSorted((one, other) => one - other).map((count) => ({
        value: String(count),
        text: t('radar.form.months.option', { count }),
      })),
    },
  ]
}

function municipalityChoices(register: Register): readonly Choice[] {
  const all = municipalities(register)
  const named = Map.groupBy(all, ({ name }) => name)
  return all
    .map(({ kommunenummer, name, fylkesnummer }) => {
      const isAlone = named.get(name)?.length === 1
      const beside = isAlone ? null : county(register, fylkesnummer)?.name
      return { value: kommunenummer, text: beside ? `${name} (${beside})` : name }
    })
    .toSorted((one, other) => compareNames(one.text, other.text))
}

/** The service areas; also a narrower one that an address asks for. */
function themeChoices(chosen: string | null, { language }: Messages): readonly Choice[] {
  const areas = themeTree('service-area').map((node) => node.theme)
  const asked = chosen === null ? null : theme(chosen)
  const all = asked && !areas.includes(asked) ? [...areas, asked] : areas
  return all.map(({ id, label }) => ({ value: id, text: label[language] }))
}

function monthChoices(chosen: string | null, today: string, messages: Messages): readonly Choice[] {
  const first = Temporal.PlainYearMonth.from(today.slice(0, 7))
  const coming = Array.from({ length: MONTHS_TO_CHOOSE }, (_, place) =>
    first.add({ months: place }).toString(),
  )
  const all = chosen === null || coming.includes(chosen) ? coming : [chosen, ...coming].toSorted()
  return all.map((month) => ({ value: month, text: monthName(month, messages) }))
}
