import { useTranslation } from "react-i18next"
import { useProductImages } from "../../lib/product-images/queries"
import { READ, useProductProfile } from "../../lib/product-profile/queries"
import { EmptyState } from "../common/empty-state"
import { ErrorState } from "../common/error-state"
import { Section } from "../common/section"
import { SkeletonRows } from "../common/skeleton-rows"
import { ImageRow } from "./image-row"

type ImagesPanelProps = { productId: string }

/** What each image shows, its place, and what it is the first picture of. */
export function ImagesPanel({ productId }: ImagesPanelProps) {
  const { t } = useTranslation("product-images")
  const { data, error, isFetching, refetch } = useProductImages(productId)
  const { data: product } = useProductProfile(productId)
  return (
    <Section title={t("title")}>
      {data?.length ? (
        <ul className="divide-y">
          {data.map((image) => (
            <ImageRow
              key={image.id}
              productId={productId}
              image={image}
              variants={product?.variants ?? []}
            />
          ))}
        </ul>
      ) : data ? (
        <EmptyState title={t("empty.title")} hint={t("empty.hint")} />
      ) : error ? (
        <ErrorState
          error={error}
          permission={READ}
          retry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <SkeletonRows rows={3} />
      )}
    </Section>
  )
}
