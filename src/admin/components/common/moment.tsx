import { useFormat } from "../../lib/hooks/use-format"

type MomentProps = { at: string; relativeTo?: number }

/** A point in time; as an age when a present is given, exact on hovering. */
export function Moment({ at, relativeTo }: MomentProps) {
  const { dateTime, relative } = useFormat()
  const exact = dateTime(at)
  return (
    <time dateTime={at} title={exact} className="whitespace-nowrap">
      {relativeTo === undefined ? exact : relative(at, relativeTo)}
    </time>
  )
}
