import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAction } from "../../lib/hooks/use-action"
import { draftOf, profileOf } from "../../lib/product-profile/draft"
import {
  productPath,
  productProfileKeys,
} from "../../lib/product-profile/queries"
import type { ProfiledProduct } from "../../lib/product-profile/types"
import { problemAt } from "../../lib/problem-at"
import { CORE_PRODUCTS } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { FormDrawer } from "../common/form-drawer"
import { ProfileFields } from "./profile-fields"

type EditProfileProps = { product: ProfiledProduct }

export function EditProfile({ product }: EditProfileProps) {
  const { t } = useTranslation("product-profile")
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(() => draftOf(product))
  const save = useAction({
    run: () =>
      sdk.client.fetch(productPath(product.id), {
        method: "POST",
        body: { additional_data: { profile: profileOf(draft) } },
      }),
    say: () => ({ tone: "success", text: t("saved") }),
    onDone: () => setOpen(false),
    stale: [productProfileKeys.all, CORE_PRODUCTS],
  })
  return (
    <FormDrawer
      trigger={
        <Button size="small" variant="secondary">
          {t("edit")}
        </Button>
      }
      open={open}
      onOpenChange={(next) => {
        setDraft(draftOf(product))
        save.reset()
        setOpen(next)
      }}
      title={t("edit")}
      description={t("editHint")}
      submit={t("save")}
      onSubmit={() => save.mutate()}
      pending={save.isPending}
    >
      <ProfileFields
        draft={draft}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
        problem={(name) =>
          problemAt(save.error, `additional_data.profile.${name}`)
        }
      />
    </FormDrawer>
  )
}
