import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useCan } from "../../lib/hooks/use-can"
import {
  READ_CATEGORY,
  UPDATE_CATEGORY,
  useCategory,
} from "../../lib/taxonomy/queries"
import type { ProfiledCategory } from "../../lib/taxonomy/types"
import { ErrorState } from "../common/error-state"
import { Fact } from "../common/fact"
import { Section } from "../common/section"
import { SkeletonRows } from "../common/skeleton-rows"
import { CategoryPicture } from "./category-picture"
import { EditCategory } from "./edit-category"

type CategoryPanelProps = { categoryId: string }

/** The picture of a category, where it is, and how much is in it. */
export function CategoryPanel({ categoryId }: CategoryPanelProps) {
  const { t } = useTranslation("taxonomy")
  const can = useCan(UPDATE_CATEGORY)
  const { data, error, isFetching, refetch } = useCategory(categoryId)
  return (
    <Section
      title={t("category.title")}
      aside={data && can && <EditCategory category={data} />}
    >
      {data ? (
        <Body category={data} />
      ) : error ? (
        <ErrorState
          error={error}
          permission={READ_CATEGORY}
          retry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <SkeletonRows rows={3} />
      )}
    </Section>
  )
}

function Body({ category }: { category: ProfiledCategory }) {
  const { t } = useTranslation("taxonomy")
  const facts: [string, ReactNode][] = [
    ["path", category.path],
    ["level", category.level],
    ["product_count", category.product_count],
    ["total_product_count", category.total_product_count],
  ]
  return (
    <>
      <CategoryPicture category={category} />
      <dl className="flex flex-col gap-y-3 px-6 py-4">
        {facts.map(([name, value]) => (
          <Fact key={name} label={t(`field.${name}`)}>
            {value}
          </Fact>
        ))}
      </dl>
    </>
  )
}
