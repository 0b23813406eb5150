import { Container, Heading } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

type SectionProps = {
  title: string
  level?: "h1" | "h2"
  /** Beside the title: a state, a count. */
  aside?: ReactNode
  children: ReactNode
}

/** A card with a heading, as on Medusa's own pages. */
export function Section({
  title,
  level = "h2",
  aside,
  children,
}: SectionProps) {
  const heading = useId()
  return (
    <Container className="divide-y p-0" role="region" aria-labelledby={heading}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <Heading level={level} id={heading}>
          {title}
        </Heading>
        {aside}
      </div>
      {children}
    </Container>
  )
}
