import { To } from '#src/web/ui/to.tsx'

/** A notice by the number it has with us leads to its page; others are named as they were written. */
export function NoticeLinks({ notices }: { notices: readonly string[] }) {
  return (
    <ul className="plain-list">
      {notices.map((notice) => (
        <li key={notice}>
          {IS_OURS.test(notice) ? (
            <To page="notice" params={{ id: notice }} className="breaks">
              {notice}
            </To>
          ) : (
            notice
          )}
        </li>
      ))}
    </ul>
  )
}

const IS_OURS = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-\d{2})?$/
