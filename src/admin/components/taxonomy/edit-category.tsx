import { Button, Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAction } from "../../lib/hooks/use-action"
import { problemAt } from "../../lib/problem-at"
import { CORE_CATEGORIES } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { categoryDraftOf, categoryProfileOf } from "../../lib/taxonomy/draft"
import { categoryPath, taxonomyKeys } from "../../lib/taxonomy/queries"
import type { ProfiledCategory } from "../../lib/taxonomy/types"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"

type EditCategoryProps = { category: ProfiledCategory }

export function EditCategory({ category }: EditCategoryProps) {
  const { t } = useTranslation("taxonomy")
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(() =>
    categoryDraftOf(category.category_profile)
  )
  const save = useAction({
    run: () =>
      sdk.client.fetch(categoryPath(category.id), {
        method: "POST",
        body: { additional_data: { profile: categoryProfileOf(draft) } },
      }),
    say: () => ({ tone: "success", text: t("saved") }),
    onDone: () => setOpen(false),
    stale: [taxonomyKeys.all, CORE_CATEGORIES],
  })
  return (
    <FormDrawer
      trigger={
        <Button size="small" variant="secondary">
          {t("category.edit")}
        </Button>
      }
      open={open}
      onOpenChange={(next) => {
        setDraft(categoryDraftOf(category.category_profile))
        save.reset()
        setOpen(next)
      }}
      title={t("category.edit")}
      description={t("category.editHint")}
      submit={t("save")}
      onSubmit={() => save.mutate()}
      pending={save.isPending}
    >
      {(["image", "image_alt"] as const).map((name) => (
        <Field
          key={name}
          label={t(`field.${name}`)}
          hint={t(`hint.${name}`)}
          error={problemAt(save.error, `additional_data.profile.${name}`)}
        >
          {(wiring) => (
            <Input
              {...wiring}
              size="small"
              value={draft[name]}
              onChange={({ target }) =>
                setDraft((before) => ({ ...before, [name]: target.value }))
              }
            />
          )}
        </Field>
      ))}
    </FormDrawer>
  )
}
