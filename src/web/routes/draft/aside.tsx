import type { DraftSize } from '#src/modules/sharing/contract.ts'
import { Box } from '#src/web/ui/box.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { DraftPage } from './page.tsx'

/** What helps most now, room for more, and the way out. */
export function DraftAside({ page }: { page: DraftPage }) {
  return (
    <div className="stack">
      <Next page={page} />
      {page.isWritable && <Grow page={page} />}
      <Discard page={page} />
    </div>
  )
}

function Next({ page: { id, next, size, score, isWritable } }: { page: DraftPage }) {
  const { t } = useMessages()
  if (!isWritable) return null
  return (
    <Box id="nyttig" title={t('sharing.next.title')}>
      {next ? (
        <p>
          <To page="draftStep" params={{ draft: id, step: next.slug }}>
            {t(`sharing.step.${next.step}`)}
          </To>
          <br />
          {next.points === null
            ? t('sharing.next.needed')
            : t('sharing.next.points', { points: next.points })}
        </p>
      ) : (
        <p>{t('sharing.next.none')}</p>
      )}
      {size === 'full' && (
        <>
          <meter min={0} max={score.of} value={score.score} aria-hidden="true" />
          <p className="small quiet">{t('case.reuse.score', score)}</p>
        </>
      )}
    </Box>
  )
}

const LARGER: Readonly<Record<DraftSize, readonly ('short' | 'full')[]>> = {
  experience: ['short', 'full'],
  short: ['full'],
  full: [],
}

function Grow({ page }: { page: DraftPage }) {
  const { t } = useMessages()
  const larger = LARGER[page.size]
  if (larger.length === 0) return null
  return (
    <form method="post" className="box">
      <h2 className="box-title">{t('sharing.grow')}</h2>
      <p>{t('sharing.grow.text')}</p>
      <input type="hidden" name="do" value="grow" />
      {larger.map((size) => (
        <p key={size}>
          <button className="ds-button" type="submit" name="size" value={size} data-variant="secondary">
            {t(`sharing.grow.${size}`)}
          </button>
        </p>
      ))}
    </form>
  )
}

/** Asked twice, since it cannot be undone. */
function Discard({ page: { isCorrection } }: { page: DraftPage }) {
  const { t } = useMessages()
  return (
    <details>
      <summary>{t('sharing.discard')}</summary>
      <form method="post">
        <p>{t(isCorrection ? 'sharing.discard.correction' : 'sharing.discard.text')}</p>
        <button className="ds-button" type="submit" name="do" value="discard" data-color="danger">
          {t('sharing.discard.button')}
        </button>
      </form>
    </details>
  )
}
