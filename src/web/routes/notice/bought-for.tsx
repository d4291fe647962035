import { address } from '#src/web/paths.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import type { BoughtForView } from './bought-for-view.ts'

/** The case that tells what became of a notice in which only the host stood. */
const LESSON = 'case-067'
const MANY = 3

/** Whom it was bought for by what a register says, and that it is the register and not the notice that says so. */
export function BoughtFor({ through }: { through: readonly BoughtForView[] }) {
  const { t, parts, language } = useMessages()
  return (
    <>
      {through.map((one) => (
        <div key={one.body}>
          <p>{t('notice.boughtFor.through', { body: one.body })}</p>
          <ul className={one.names.length > MANY ? 'names' : 'plain-list'}>
            {one.names.map(({ name, href }) => (
              <li key={name}>{href ? <a href={href}>{name}</a> : name}</li>
            ))}
          </ul>
          <p className="small quiet">
            {t(`notice.boughtFor.${one.basis}`)} <Source one={one} />
          </p>
        </div>
      ))}
      <p className="small quiet">
        {parts('notice.boughtFor.check', {
          lesson: (text) => (
            <a key="lesson" href={address(language, 'case', { id: LESSON })}>
              {text}
            </a>
          ),
        })}
      </p>
    </>
  )
}

function Source({ one: { sourceUrl, asOfYear } }: { one: BoughtForView }) {
  const { parts } = useMessages()
  if (sourceUrl === null) return null
  const tags = {
    source: (text: string) => (
      <a key="source" href={sourceUrl} rel="external">
        {text}
      </a>
    ),
  }
  return asOfYear === null
    ? parts('notice.boughtFor.undated', tags)
    : parts('notice.boughtFor.source', tags, { year: `${asOfYear}` })
}
