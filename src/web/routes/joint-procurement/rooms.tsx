import { address, type PageName } from '#src/web/paths.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { PageHead } from '#src/web/ui/page-head.tsx'
import { PageTop } from '#src/web/ui/page-top.tsx'
import type { JointHead } from './read-joint.ts'
import { JOINT_ROOMS } from './rooms.ts'

type Props = {
  readonly head: JointHead
  /** Which room this is. */
  readonly here: PageName
  /** What the browser calls the page, where it is not the overview. */
  readonly title?: string
}

/** The top of every page about one joint procurement: what it is, how far it has come, and the way to its other rooms. */
export function JointTop({ head, here, title }: Props) {
  const { t, language } = useMessages()
  const crumbs = [{ text: t('joint.list.title'), href: address(language, 'jointProcurements') }]
  const rooms = JOINT_ROOMS.filter(({ isFor }) => isFor === 'readers' || head.takesPart)
  return (
    <>
      <PageHead title={title ? `${title} – ${head.title}` : head.title} unlisted />
      <PageTop
        crumbs={crumbs}
        kind={t('joint.kind')}
        facts={[head.standing, t('joint.ledBy', { lead: head.lead })]}
        title={head.title}
      >
        <nav className="under-nav no-print" aria-label={t('joint.rooms')}>
          <ul>
            {rooms.map(({ page, text }) => (
              <li key={page}>
                <a
                  className="plain"
                  href={address(language, page as 'jointProcurement', { id: head.id })}
                  aria-current={page === here ? 'page' : undefined}
                >
                  {t(text)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </PageTop>
    </>
  )
}
