import type { GroupView } from '#src/web/present/group-view.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import type { NeedGroupsData } from './page.tsx'

/** The group as it was asked about, beside the one that is proposed. */
export function Supposed({ page: { group, supposed } }: { page: NeedGroupsData }) {
  const { t } = useMessages()
  if (!supposed)
    return (
      <p className="box" data-color="korn" role="status">
        {t('matching.whatIf.tooFew')}
      </p>
    )
  return (
    <section className="box" aria-labelledby="slik-blir-det">
      <h3 id="slik-blir-det" className="box-title">
        {t('matching.whatIf.result')}
      </h3>
      {!supposed.isGood && (
        <p data-color="korn" role="status">
          <strong>{t('matching.whatIf.weak')}</strong>
        </p>
      )}
      <Compared group={group} supposed={supposed} />
      <SharedObjections objections={supposed.shared.objections} count={supposed.members.length} />
      <ul className="members plain-list">
        {supposed.members.map(({ id, name, reasons, objections }) => (
          <li key={id}>
            <strong>{name}</strong>
            {reasons.length > 0 && (
              <details>
                <summary>{t('matching.why')}</summary>
                <ul className="reasons-for">
                  {reasons.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
              </details>
            )}
            {objections.length > 0 && (
              <ul className="reasons-against">
                {objections.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function SharedObjections({
  objections,
  count,
}: Pick<GroupView['shared'], 'objections'> & { readonly count: number }) {
  const { t } = useMessages()
  if (objections.length === 0) return null
  return (
    <>
      <p>{t('matching.shared', { count })}:</p>
      <ul className="reasons-against">
        {objections.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </>
  )
}

function Compared({ group, supposed }: { group: GroupView | null; supposed: GroupView }) {
  const { t, number, list } = useMessages()
  const none = t('matching.whatIf.none')
  const rows = [
    { name: t('matching.whatIf.fit'), of: (one: GroupView) => number(one.figure) },
    { name: t('matching.whatIf.who'), of: (one: GroupView) => list(one.members.map(({ name }) => name)) },
    { name: t('matching.whatIf.leads'), of: (one: GroupView) => one.lead ?? none },
    { name: t('matching.whatIf.window'), of: (one: GroupView) => one.months ?? none },
  ]
  return (
    <table className="ds-table compared">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('matching.whatIf.proposal')}</th>
          <th scope="col">{t('matching.whatIf.asked')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, of }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{group ? of(group) : none}</td>
            <td>{of(supposed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
