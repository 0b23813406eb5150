import { useTranslation } from "react-i18next"
import type { ProfiledCategory } from "../../lib/taxonomy/types"
import { EmptyState } from "../common/empty-state"

type CategoryPictureProps = { category: ProfiledCategory }

export function CategoryPicture({ category }: CategoryPictureProps) {
  const { t } = useTranslation("taxonomy")
  const { image, image_alt } = category.category_profile ?? {}
  if (!image) {
    return (
      <EmptyState title={t("category.empty")} hint={t("category.emptyHint")} />
    )
  }
  return (
    <figure className="flex flex-col gap-y-2 px-6 py-4">
      <img
        src={image}
        alt={image_alt ?? category.name}
        className="bg-ui-bg-subtle max-h-48 w-full rounded-lg object-contain"
      />
      {image_alt && (
        <figcaption className="txt-small text-ui-fg-subtle break-words">
          {image_alt}
        </figcaption>
      )}
    </figure>
  )
}
