import type { Messages } from '#src/messages/index.ts'
import {
  type JointProcurement,
  lawsOf,
  pathFacts,
  shippedPaths,
} from '#src/modules/joint-procurement/index.ts'

/** The way they buy, in words, with the rules it rests on and who vouches for them. */
export function pathView({ path }: Pick<JointProcurement, 'path'>, { t, language, date }: Messages) {
  const { pays, signs, laws, steps } = pathFacts(path)
  const { vouchedBy } = shippedPaths()
  return {
    name: t(`joint.path.${path}`),
    what: t(`joint.path.${path}.what`),
    pays: t(`joint.pays.${pays}`),
    signs: t(`joint.signs.${signs}`),
    vouchedBy: vouchedBy[language],
    laws: lawsOf([...laws, ...steps.flatMap((step) => step.laws)]).map((law) => ({
      id: law.id,
      reference: law.reference,
      url: law.url,
      says: law.says[language],
      checked: date(law.lastChecked),
      needsLawyer: law.needsLawyer,
    })),
  }
}
export type PathView = ReturnType<typeof pathView>
