import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAction } from "../../lib/hooks/use-action"
import { problemAt } from "../../lib/problem-at"
import { changeOf, draftOf, isUnchanged } from "../../lib/product-images/draft"
import { imagesPath, productImageKeys } from "../../lib/product-images/queries"
import type {
  ImagesAnswer,
  ProductImage,
  Titled,
} from "../../lib/product-images/types"
import { CORE_PRODUCTS } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { FormDrawer } from "../common/form-drawer"
import { ImageFields } from "./image-fields"

type EditImageProps = {
  productId: string
  image: ProductImage
  variants: readonly Titled[]
}

export function EditImage({ productId, image, variants }: EditImageProps) {
  const { t } = useTranslation("product-images")
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(() => draftOf(image))
  const save = useAction({
    run: () =>
      sdk.client.fetch<ImagesAnswer>(imagesPath(productId, image.id), {
        method: "POST",
        body: changeOf(image, draft),
      }),
    say: () => ({ tone: "success", text: t("saved") }),
    onDone: () => setOpen(false),
    stale: [productImageKeys.all, CORE_PRODUCTS],
  })
  return (
    <FormDrawer
      trigger={
        <Button
          size="small"
          variant="secondary"
          aria-label={t("editLabel", { alt: image.alt })}
        >
          {t("edit")}
        </Button>
      }
      open={open}
      onOpenChange={(next) => {
        setDraft(draftOf(image))
        save.reset()
        setOpen(next)
      }}
      title={t("editTitle")}
      description={t("editHint")}
      submit={t("save")}
      onSubmit={() => save.mutate()}
      pending={save.isPending}
      disabled={isUnchanged(image, draft)}
    >
      <ImageFields
        image={image}
        variants={variants}
        draft={draft}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        problem={(name) => problemAt(save.error, name)}
      />
    </FormDrawer>
  )
}
