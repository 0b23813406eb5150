import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCan } from "../../lib/hooks/use-can"
import type { ProductImage, Titled } from "../../lib/product-images/types"
import { UPDATE } from "../../lib/product-profile/queries"
import { DeleteImage } from "./delete-image"
import { EditImage } from "./edit-image"

type ImageRowProps = {
  productId: string
  image: ProductImage
  variants: readonly Titled[]
}

const titlesOf = (ids: readonly string[], variants: readonly Titled[]) =>
  variants.filter(({ id }) => ids.includes(id)).map(({ title }) => title)

export function ImageRow({ productId, image, variants }: ImageRowProps) {
  const { t } = useTranslation("product-images")
  const can = useCan(UPDATE)
  const primaryOf = titlesOf(image.primary_of, variants)
  const keptFor = titlesOf(image.variant_ids, variants)
  return (
    <li className="flex items-start gap-x-4 px-6 py-4">
      <img
        src={image.url}
        alt={image.alt ?? ""}
        loading="lazy"
        className="bg-ui-bg-component border-ui-border-base size-12 shrink-0 rounded-md border object-cover"
      />
      <div className="flex min-w-0 flex-1 flex-col gap-y-2">
        <Text size="small" leading="compact" className="break-words">
          {image.alt}
        </Text>
        <div className="flex flex-wrap gap-1 empty:hidden">
          {image.is_primary && (
            <Badge size="2xsmall" color="green">
              {t("primary")}
            </Badge>
          )}
          {primaryOf.map((title) => (
            <Badge key={title} size="2xsmall" className="max-w-full truncate">
              {t("primaryOf", { title })}
            </Badge>
          ))}
        </div>
        {keptFor.length > 0 && (
          <Text size="small" className="text-ui-fg-subtle break-words">
            {t("keptFor", { titles: keptFor.join(", ") })}
          </Text>
        )}
        {can && (
          <div className="flex flex-wrap gap-2">
            <EditImage
              productId={productId}
              image={image}
              variants={variants}
            />
            <DeleteImage productId={productId} image={image} />
          </div>
        )}
      </div>
    </li>
  )
}
