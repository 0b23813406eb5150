import { Photo } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Wanted } from "../../lib/wishlists/queries"

type WantedProductProps = { wanted: Wanted }

/** A product with its picture; one that was deleted has neither name nor page. */
export function WantedProduct({ wanted }: WantedProductProps) {
  const { t } = useTranslation("wishlists")
  const { product_id, title, thumbnail } = wanted
  return (
    <div className="flex items-center gap-x-3 py-1">
      <span className="bg-ui-bg-component text-ui-fg-muted flex size-8 shrink-0 items-center justify-center overflow-hidden rounded">
        {thumbnail ? (
          <img src={thumbnail} alt="" className="size-full object-cover" />
        ) : (
          <Photo aria-hidden />
        )}
      </span>
      {title === null ? (
        <span className="text-ui-fg-subtle">{t("deleted")}</span>
      ) : (
        <Link
          to={`/products/${product_id}`}
          title={title}
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover block max-w-[9rem] truncate sm:max-w-[20rem]"
        >
          {title}
        </Link>
      )}
    </div>
  )
}
