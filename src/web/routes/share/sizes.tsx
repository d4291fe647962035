import { DRAFT_SIZES, type DraftSize } from '#src/modules/sharing/contract.ts'
import type { FieldProblem } from '#src/web/ui/error-summary.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To, useAddress } from '#src/web/ui/to.tsx'

export type Writer = { readonly organisations: readonly { readonly id: string; readonly name: string }[] }

type Props = {
  /** Null for one who may not write, or is not known. */
  readonly writer: Writer | null
  readonly isSignedIn: boolean
  /** The id the draft gets, so that a form sent twice begins one. */
  readonly id: string
  readonly typed: string
  /** Cases that are theirs, and that nobody there has vouched for. */
  readonly unclaimed: readonly { readonly id: string; readonly title: string; readonly language: string }[]
  readonly problems: readonly FieldProblem[]
}

/** What each size takes and gives, and the way in. */
export function Sizes(props: Props) {
  const { t } = useMessages()
  const { writer, isSignedIn, id } = props
  const action = useAddress('share')
  if (!writer)
    return (
      <>
        <SizeList />
        <div className="box" data-color="fjord">
          <h2 className="box-title">{t(isSignedIn ? 'sharing.start.noRole' : 'sharing.start.signIn')}</h2>
          <p>{t(isSignedIn ? 'sharing.start.noRole.text' : 'sharing.start.signIn.text')}</p>
          {!isSignedIn && <SignIn />}
        </div>
        <FromCase unclaimed={[]} />
      </>
    )
  return (
    <>
      <form method="post" className="sizes" action={action}>
        <input type="hidden" name="id" value={id} />
        <ForWhom writer={writer} id="organisation" />
        <SizeList canBegin />
      </form>
      <FromNotice {...props} writer={writer} />
      <FromCase unclaimed={props.unclaimed} />
    </>
  )
}

function SignIn() {
  const { t } = useMessages()
  const back = useAddress('share')
  return (
    <p>
      <To page="signIn" query={`til=${encodeURIComponent(back)}`} className="ds-button">
        {t('sharing.start.signIn.button')}
      </To>
    </p>
  )
}

function SizeList({ canBegin = false }: { canBegin?: boolean }) {
  return (
    <ul className="size-list plain-list">
      {DRAFT_SIZES.map((size) => (
        <Size key={size} size={size} canBegin={canBegin} />
      ))}
    </ul>
  )
}

function Size({ size, canBegin }: { size: DraftSize; canBegin: boolean }) {
  const { t } = useMessages()
  return (
    <li>
      <p className="size-time">{t(`sharing.size.${size}.time`)}</p>
      <h2>{t(`sharing.size.${size}`)}</h2>
      <p>{t(`sharing.size.${size}.asks`)}</p>
      <p className="quiet">{t(`sharing.size.${size}.gives`)}</p>
      {canBegin && (
        <button
          className="ds-button"
          type="submit"
          name="size"
          value={size}
          {...(size === 'experience' ? { 'data-color': 'kobber' } : { 'data-variant': 'secondary' })}
        >
          {t(`sharing.size.${size}.begin`)}
        </button>
      )}
    </li>
  )
}

/** Asked of those who act for several only; for whom one acts is said at the top of every page. */
function ForWhom({ writer: { organisations }, id }: { writer: Writer; id: string }) {
  const { t } = useMessages()
  if (organisations.length < 2) return null
  return (
    <div className="question">
      <label className="ds-label" htmlFor={id}>
        {t('sharing.start.forWhom')}
      </label>
      <select className="ds-input" id={id} name="organisation">
        {organisations.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  )
}

function FromNotice({ writer, id, typed, problems }: Props & { writer: Writer }) {
  const { t } = useMessages()
  const [problem] = problems
  return (
    <section className="part" aria-labelledby="fra-kunngjoring">
      <h2 id="fra-kunngjoring">{t('sharing.start.notice')}</h2>
      <p>{t('sharing.start.notice.text')}</p>
      <form method="post" className="form" action={useAddress('share')} noValidate>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="from" value="notice" />
        <input type="hidden" name="size" value="full" />
        <ForWhom writer={writer} id="notice-organisation" />
        <div className="question" data-invalid={problem ? true : undefined}>
          <label className="ds-label" htmlFor="notice">
            {t('sharing.start.notice.label')}
          </label>
          <p className="help" id="notice-help">
            {t('sharing.start.notice.help')}
          </p>
          {problem && (
            <p className="field-error" id="notice-error">
              {problem.text}
            </p>
          )}
          <input
            className="ds-input"
            id="notice"
            name="notice"
            defaultValue={typed}
            aria-describedby={problem ? 'notice-help notice-error' : 'notice-help'}
            aria-invalid={problem ? true : undefined}
          />
        </div>
        <button className="ds-button" type="submit" data-variant="secondary">
          {t('sharing.start.notice.button')}
        </button>
      </form>
    </section>
  )
}

/** What is here already: theirs by name, or the way to look for it. */
function FromCase({ unclaimed }: Pick<Props, 'unclaimed'>) {
  const { t } = useMessages()
  return (
    <section className="part" aria-labelledby="fra-eksempel">
      <h2 id="fra-eksempel">{t('sharing.start.case')}</h2>
      <p>{t('sharing.start.case.text')}</p>
      {unclaimed.length > 0 && (
        <ul className="draft-list plain-list">
          {unclaimed.map(({ id, title, language }) => (
            <li key={id} lang={language}>
              <To page="caseConfirm" params={{ id }}>
                {title}
              </To>
            </li>
          ))}
        </ul>
      )}
      <p>
        <To page="cases">{t('sharing.start.case.link')}</To>
      </p>
    </section>
  )
}
