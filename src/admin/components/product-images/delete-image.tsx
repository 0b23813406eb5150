import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAction } from "../../lib/hooks/use-action"
import { imagesPath, productImageKeys } from "../../lib/product-images/queries"
import type { ProductImage } from "../../lib/product-images/types"
import { CORE_PRODUCTS } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { ConfirmAction } from "../common/confirm-action"

type DeleteImageProps = { productId: string; image: ProductImage }

/** Not offered for a primary image: another one is chosen first. */
export function DeleteImage({ productId, image }: DeleteImageProps) {
  const { t } = useTranslation("product-images")
  const [asking, setAsking] = useState(false)
  const remove = useAction({
    run: () =>
      sdk.client.fetch(imagesPath(productId, image.id), { method: "DELETE" }),
    say: () => ({ tone: "success", text: t("delete.done") }),
    stale: [productImageKeys.all, CORE_PRODUCTS],
  })
  if (image.is_primary || image.primary_of.length) {
    return null
  }
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        aria-label={t("delete.label", { alt: image.alt })}
        isLoading={remove.isPending}
        onClick={() => setAsking(true)}
      >
        {t("delete.action")}
      </Button>
      <ConfirmAction
        open={asking}
        onOpenChange={setAsking}
        title={t("delete.title")}
        description={t("delete.description", { alt: image.alt })}
        confirm={t("delete.action")}
        onConfirm={() => remove.mutate()}
      />
    </>
  )
}
