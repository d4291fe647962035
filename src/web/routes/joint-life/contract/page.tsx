import { data, redirect } from 'react-router'
import { dayOf } from '#src/modules/identity/index.ts'
import { contractsOf, hindrances, mayLead, readLife } from '#src/modules/joint-procurement/index.ts'
import { newId } from '#src/platform/ids.ts'
import { programContext } from '#src/web/context.ts'
import { address } from '#src/web/paths.ts'
import { textIn } from '#src/web/read-form.ts'
import { readLifeWithin } from '#src/web/routes/joint-life/read-life.ts'
import { JointTop } from '#src/web/routes/joint-procurement/rooms.tsx'
import { placeOf, STANDSTILL } from '#src/web/routes/joint-procurement/where-to-do.ts'
import { Section } from '#src/web/ui/facts.tsx'
import { Done } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import type { Route } from './+types/page.ts'
import { ContractForm } from './contract-form.tsx'
import { ContractOne } from './contract-one.tsx'
import { contractView, standstillView, whoseChoices } from './contract-view.ts'
import { isNoting, NOTE } from './note.ts'
import { Standstill } from './standstill.tsx'

export async function loader(asked: Route.LoaderArgs) {
  const read = await readLifeWithin(asked)
  const { joint, head, reader } = read
  const { db, now } = asked.context.get(programContext)
  const today = Temporal.PlainDate.from(dayOf(now()))
  const contracts = await contractsOf(db, joint.id)
  return {
    head,
    isLead: mayLead(reader, joint),
    ids: { contract: newId(), deviation: newId() },
    isSaved: new URL(asked.request.url).searchParams.get('varsel') === 'lagret',
    standstill: standstillView(joint, read.messages),
    isAwaited: hindrances(await readLife(db, joint, now())).some(
      ({ condition }) => placeOf(condition) === STANDSTILL,
    ),
    whose: whoseChoices(joint, { actor: reader, ...read }),
    contracts: contracts.map((one) => contractView(one, { ...read, today, actor: reader })),
  }
}

export async function action(asked: Route.ActionArgs) {
  const { joint, reader: actor, messages } = await readLifeWithin(asked)
  const { db, now } = asked.context.get(programContext)
  const form = await asked.request.formData()
  const intent = textIn(form, 'intent').split(' ', 1)[0] ?? ''
  if (!isNoting(intent)) throw data(null, { status: 400 })
  const refusal = await NOTE[intent]({ context: { db, now }, actor, joint, form, messages })
  if (refusal) return refusal
  return redirect(`${address(messages.language, 'jointContract', { id: joint.id })}?varsel=lagret`)
}

export default function ContractPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const answer = actionData ?? null
  return (
    <>
      <JointTop head={page.head} here="jointContract" title={t('jointContract.title')} />
      <div className="wide section">
        {page.isSaved && <Done>{t('jointContract.saved')}</Done>}
        <p className="lead">{t('jointContract.lead')}</p>
        <Standstill view={page.standstill} isLead={page.isLead} isAwaited={page.isAwaited} answer={answer} />
        <Section title={t('jointContract.contracts')} id="kontrakter">
          {page.contracts.length === 0 && <p>{t('jointContract.none')}</p>}
          {page.contracts.map((one) => (
            <ContractOne
              key={one.id}
              contract={one}
              whose={page.whose}
              deviation={page.ids.deviation}
              answer={answer}
            />
          ))}
          {page.whose.length > 0 && (
            <ContractForm
              name="kontrakt"
              intent="kontrakt"
              title={t('jointContract.new')}
              whose={page.whose}
              typed={{}}
              hidden={{ note: page.ids.contract }}
              answer={answer}
            />
          )}
        </Section>
      </div>
    </>
  )
}

export type ContractPageData = Route.ComponentProps['loaderData']
