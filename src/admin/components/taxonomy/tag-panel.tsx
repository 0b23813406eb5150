import { Badge } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useCan } from "../../lib/hooks/use-can"
import { READ_TAG, UPDATE_TAG, useTag } from "../../lib/taxonomy/queries"
import type { ProfiledTag } from "../../lib/taxonomy/types"
import { EmptyState } from "../common/empty-state"
import { ErrorState } from "../common/error-state"
import { Fact } from "../common/fact"
import { Section } from "../common/section"
import { SkeletonRows } from "../common/skeleton-rows"
import { EditTag } from "./edit-tag"

type TagPanelProps = { tagId: string }

/** What shops show of a tag beside its name. */
export function TagPanel({ tagId }: TagPanelProps) {
  const { t } = useTranslation("taxonomy")
  const can = useCan(UPDATE_TAG)
  const { data, error, isFetching, refetch } = useTag(tagId)
  return (
    <Section
      title={t("tag.title")}
      aside={data && <Aside tag={data} can={can} />}
    >
      {data ? (
        <Body tag={data} />
      ) : error ? (
        <ErrorState
          error={error}
          permission={READ_TAG}
          retry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <SkeletonRows rows={3} />
      )}
    </Section>
  )
}

function Aside({ tag, can }: { tag: ProfiledTag; can: boolean }) {
  const { t } = useTranslation("taxonomy")
  const visible = tag.tag_profile?.is_visible ?? true
  return (
    <div className="flex items-center gap-x-2">
      <Badge size="2xsmall" color={visible ? "green" : "grey"}>
        {t(visible ? "tag.visible" : "tag.hidden")}
      </Badge>
      {can && <EditTag tag={tag} />}
    </div>
  )
}

function Body({ tag }: { tag: ProfiledTag }) {
  const { t } = useTranslation("taxonomy")
  const profile = tag.tag_profile
  if (!profile) {
    return <EmptyState title={t("tag.empty")} hint={t("tag.emptyHint")} />
  }
  const facts: [string, ReactNode][] = [
    ["slug", profile.slug],
    ["description", profile.description],
    ["rank", profile.rank],
    ["product_count", tag.product_count],
  ]
  return (
    <dl className="flex flex-col gap-y-3 px-6 py-4">
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <Fact key={name} label={t(`field.${name}`)}>
              {value}
            </Fact>
          )
      )}
    </dl>
  )
}
