import type { AloneBecause } from '#src/modules/needs/index.ts'
import type { GroupView, MemberView } from '#src/web/present/group-view.ts'
import type { TogetherView } from '#src/web/present/together-view.ts'
import { Box } from '#src/web/ui/box.tsx'
import { KeyFigures } from '#src/web/ui/facts.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { TogetherLines } from '#src/web/ui/together.tsx'

type Found = { readonly together: readonly TogetherView[] }

/** A proposed group: in one sentence, in figures, and member by member with why and why not. */
export function Group({ group, together }: { group: GroupView } & Found) {
  const { t, number, list } = useMessages()
  const { members, lead, months, split } = group
  const figures = [
    { value: number(members.length), text: t('matching.figure.members', { count: members.length }) },
    { value: number(group.inhabitants), text: t('matching.figure.inhabitants') },
    { value: number(group.figure), text: t('matching.figure.fit') },
  ]
  return (
    <section aria-labelledby="gruppe">
      <h2 id="gruppe">
        {t('matching.group.sentence', {
          count: members.length,
          names: list(members.map(({ name }) => name)),
        })}
      </h2>
      <p className="group-when">
        {lead && t('matching.group.leads', { name: lead })}{' '}
        {months && t('matching.group.window', { count: members.length, months })}
      </p>
      <TogetherLines together={together} />
      <KeyFigures figures={figures} />
      {split && (
        <div className="box" data-color="korn">
          <h3 className="box-title">{t('matching.split')}</h3>
          <p>{t('matching.split.text', split)}</p>
        </div>
      )}
      <div className="group-shared">
        <Said title={t('matching.shared', { count: members.length })} {...group.shared} />
      </div>
      <ol className="group-members plain-list">
        {members.map((member) => (
          <Member key={member.id} member={member} />
        ))}
      </ol>
    </section>
  )
}

function Member({ member }: { member: MemberView }) {
  const { t } = useMessages()
  const { name, title, language, href, inhabitants } = member
  return (
    <li className="group-member">
      <div className="group-member-head">
        <h3>{name}</h3>
        {member.isLead && (
          <span className="ds-tag" data-color="kobber">
            {t('matching.isLead')}
          </span>
        )}
        {member.isOwn && (
          <span className="ds-tag" data-color="fjord">
            {t('matching.isOwn')}
          </span>
        )}
        {inhabitants !== null && (
          <span className="small quiet">{t('matching.inhabitants', { count: inhabitants })}</span>
        )}
      </div>
      <p>
        <a href={href} lang={language}>
          {title}
        </a>
        {member.isDraft && <span className="small quiet"> {t('matching.isDraft')}</span>}
      </p>
      <Said reasons={member.reasons} objections={member.objections} />
    </li>
  )
}

type Said = {
  readonly title?: string
  readonly reasons: readonly string[]
  readonly objections: readonly string[]
}

/** Why, and what speaks against; nothing where nothing is said. */
function Said({ title, reasons, objections }: Said) {
  const { t } = useMessages()
  if (reasons.length + objections.length === 0) return null
  return (
    <>
      {title && <h3>{title}</h3>}
      <div className="why-and-not">
        {reasons.length > 0 && (
          <div>
            <p className="small quiet">{t('matching.why')}</p>
            <ul className="reasons-for">
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </div>
        )}
        {objections.length > 0 && (
          <div>
            <p className="small quiet">{t('matching.whyNot')}</p>
            <ul className="reasons-against">
              {objections.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </>
  )
}

/** There is no good group, or nobody left to propose, and why that is. */
export function Alone({ because, together }: { because: AloneBecause } & Found) {
  const { t } = useMessages()
  return (
    <Box id="gruppe" title={t(because === 'together' ? 'matching.together' : 'matching.alone')}>
      <p>{t(`matching.alone.${because}`)}</p>
      <TogetherLines together={together} />
    </Box>
  )
}
