import { data, redirect } from 'react-router'
import type { Messages } from '#src/messages/index.ts'
import { LARGEST_DRAFT_BYTES, LARGEST_DRAFT_MEGABYTES } from '#src/modules/joint-procurement/contract.ts'
import {
  isPublished,
  mayLead,
  type ReadDraftFailure,
  readDraftNotice,
} from '#src/modules/joint-procurement/index.ts'
import { problemText } from '#src/modules/notices/index.ts'
import { programContext } from '#src/web/context.ts'
import { address } from '#src/web/paths.ts'
import { readUpload } from '#src/web/read-upload.ts'
import { readJointWithin } from '#src/web/routes/joint-procurement/read-joint.ts'
import { JointTop } from '#src/web/routes/joint-procurement/rooms.tsx'
import { FormErrors } from '#src/web/ui/fields.tsx'
import { useMessages } from '#src/web/ui/messages.ts'
import { To } from '#src/web/ui/to.tsx'
import type { Route } from './+types/page.ts'

export async function loader(asked: Route.LoaderArgs) {
  const { head, joint, reader } = await readJointWithin(asked)
  if (!mayLead(reader, joint)) throw data(null, { status: 403 })
  return { head, isOpen: !isPublished(joint) && joint.ended === null }
}

export async function action(asked: Route.ActionArgs) {
  const { db, now } = asked.context.get(programContext)
  const { joint, reader, messages } = await readJointWithin(asked)
  if (!mayLead(reader, joint)) throw data(null, { status: 403 })
  const { file, problem } = await readUpload(asked.request, { field: 'file', largest: LARGEST_DRAFT_BYTES })
  const wrong = (text: string, status = 422) => data({ errors: { file: text } }, { status })
  const max = LARGEST_DRAFT_MEGABYTES
  if (problem === 'tooLarge') return wrong(messages.t('gate.draft.wrong.tooLarge', { max }), 413)
  if (problem === 'cutOff') return wrong(messages.t('gate.draft.wrong.cutOff'))
  if (!file) return wrong(messages.t('gate.draft.wrong.none'))
  const read = await readDraftNotice({ db, now }, reader, { id: joint.id, file })
  if (!read.ok) return wrong(told(read.failure, messages))
  return redirect(`${address(messages.language, 'jointGate', { id: joint.id })}?varsel=utkast#utkast`)
}

/** What was wrong with the file, and what to do. */
function told(failure: ReadDraftFailure, { t, language }: Messages): string {
  switch (failure.kind) {
    case 'procurementNotFound':
      throw data(null, { status: 404 })
    case 'notAllowed':
      throw data(null, { status: 403 })
    case 'hasEnded':
    case 'locked':
      return t('gate.wrong.locked')
    case 'empty':
      return t('gate.draft.wrong.none')
    case 'tooLarge':
      return t('gate.draft.wrong.tooLarge', { max: LARGEST_DRAFT_MEGABYTES })
    case 'notXml':
      return t(`gate.draft.wrong.${failure.is}`)
    case 'notANotice': {
      const [first] = failure.problems
      return t('gate.draft.wrong.notice', { problem: first ? problemText(first, language) : '' })
    }
  }
}

export default function JointDraftPage({ loaderData: { head, isOpen }, actionData }: Route.ComponentProps) {
  const { t } = useMessages()
  const errors = actionData?.errors ?? {}
  return (
    <>
      <JointTop head={head} here="jointGate" title={t('gate.draft.title')} />
      <div className="wide section stack">
        <h2>{t('gate.draft.title')}</h2>
        <p>{t('gate.draft.lead')}</p>
        {isOpen ? <UploadForm errors={errors} /> : <p className="box">{t('gate.wrong.locked')}</p>}
        <p>
          <To page="jointGate" params={{ id: head.id }}>
            {t('gate.title')}
          </To>
        </p>
      </div>
    </>
  )
}

function UploadForm({ errors }: { errors: { readonly file?: string } }) {
  const { t } = useMessages()
  const max = LARGEST_DRAFT_MEGABYTES
  return (
    <form method="post" encType="multipart/form-data" className="form-stack">
      <FormErrors errors={errors} title={t('gate.wrong')} />
      <div className="ds-field form-field">
        <label className="ds-label" htmlFor="file">
          {t('gate.draft.file', { max })}
        </label>
        <input
          className="ds-input"
          id="file"
          name="file"
          type="file"
          accept=".xml,application/xml,text/xml"
          data-largest={LARGEST_DRAFT_BYTES}
          data-too-large={t('gate.draft.wrong.tooLarge', { max })}
          aria-invalid={errors.file ? true : undefined}
          aria-describedby={errors.file ? 'file-error' : undefined}
        />
        {errors.file && (
          <p className="field-error" id="file-error">
            {errors.file}
          </p>
        )}
      </div>
      <p>
        <button className="ds-button" type="submit" data-color="kobber">
          {t('gate.draft.button')}
        </button>
      </p>
    </form>
  )
}
