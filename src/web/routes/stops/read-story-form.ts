import type { Messages } from '#src/messages/index.ts'
import { StepPhase, StopReason } from '#src/modules/catalogue/contract.ts'
import type { OrganisationId } from '#src/modules/organisations/contract.ts'
import { findOrganisation, type Register } from '#src/modules/organisations/index.ts'
import { type StopAudience, type StopStory, Visibility } from '#src/modules/stops/contract.ts'
import { theme } from '#src/modules/vocabulary/index.ts'
import { readDay, textIn } from '#src/web/read-form.ts'
import type { FieldErrors } from '#src/web/ui/fields.tsx'

type Asked = { readonly form: FormData; readonly register: Register; readonly messages: Messages }
type Read<Value> = { readonly value: Value; readonly errors: FieldErrors }

/** Who may read it, as it was typed. */
export function readAudience({ form, register, messages }: Asked): Read<StopAudience> {
  const { t } = messages
  const visibility = Visibility.safeParse(form.get('visibility'))
  const typedDay = textIn(form, 'opensOn', 40)
  const opensOn = readDay(typedDay)
  const names = textIn(form, 'readers', 2000)
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const found = names.map((name) => ({ name, id: organisationCalled(register, name) }))
  const unknown = found.find(({ id }) => id === null)
  return {
    value: {
      visibility: visibility.success ? visibility.data : 'organisation',
      opensOn,
      readers: found.flatMap(({ id }) => id ?? []),
    },
    errors: {
      visibility: visibility.success ? undefined : t('knowledge.tell.wrong.visibility'),
      readers: unknown && t('knowledge.tell.wrong.readers', { name: unknown.name }),
      opensOn: typedDay !== '' && !opensOn ? t('knowledge.tell.wrong.opensOn') : undefined,
    },
  }
}

function organisationCalled(register: Register, name: string): OrganisationId | null {
  if (/^\d{4}$/.test(name)) return findOrganisation(register, { kommunenummer: name })?.id ?? null
  const found =
    findOrganisation(register, { name: `${name} kommune` }) ?? findOrganisation(register, { name })
  return found?.id ?? null
}

/** What stopped them, as it was typed. */
export function readStory({ form, messages }: Asked): Read<StopStory> {
  const { t, language } = messages
  const reasons = [...new Set(form.getAll('reasons'))].flatMap((one) => {
    const reason = StopReason.safeParse(one)
    return reason.success ? [reason.data] : []
  })
  const title = textIn(form, 'title', 200)
  const happened = textIn(form, 'happened', 5000)
  const typedYear = textIn(form, 'year', 10)
  const year =
    /^(?:199|20[0-9]|2100)\d?$/.test(typedYear) && typedYear.length === 4 ? Number(typedYear) : null
  const themeId = textIn(form, 'theme', 80)
  const phase = StepPhase.safeParse(form.get('phase'))
  return {
    value: {
      title,
      reasons,
      happened,
      wouldHaveHelped: textIn(form, 'wouldHaveHelped', 5000),
      phase: phase.success ? phase.data : null,
      theme: theme(themeId) ? themeId : null,
      year,
      language,
      named: form.get('named') === 'ja',
    },
    errors: {
      title: title.length < 3 ? t('knowledge.tell.wrong.title') : undefined,
      reasons: reasons.length === 0 ? t('knowledge.tell.wrong.reasons') : undefined,
      happened: happened === '' ? t('knowledge.tell.wrong.happened') : undefined,
      year: typedYear !== '' && year === null ? t('knowledge.tell.wrong.year') : undefined,
    },
  }
}

export function isWrong(errors: FieldErrors): boolean {
  return Object.values(errors).some((error) => error !== undefined)
}
