import type { TakenFrom } from '#src/modules/catalogue/contract.ts'
import { useMessages } from '#src/web/ui/messages.ts'
import { useAddress } from '#src/web/ui/to.tsx'

/** The titles of the cases that words were taken from, by their ids. */
export type TakenTitles = Readonly<Record<string, string>>

/** Whose words these were made from. */
export function TakenFromLine({ from, sources }: { from: TakenFrom | undefined; sources: TakenTitles }) {
  return from ? <Line from={from} title={sources[from.case] ?? from.case} /> : null
}

function Line({ from, title }: { from: TakenFrom; title: string }) {
  const { parts } = useMessages()
  const href = useAddress('caseVersion', { id: from.case, version: String(from.version) })
  return (
    <span className="grade">
      {parts(
        'case.takenFrom',
        {
          link: (text) => (
            <a key="from" href={href}>
              {text}
            </a>
          ),
        },
        { title },
      )}
    </span>
  )
}
