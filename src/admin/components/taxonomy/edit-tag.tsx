import { Button, Input, Switch, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAction } from "../../lib/hooks/use-action"
import { problemAt } from "../../lib/problem-at"
import { CORE_TAGS } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { tagDraftOf, tagProfileOf } from "../../lib/taxonomy/draft"
import { tagPath, taxonomyKeys } from "../../lib/taxonomy/queries"
import type { ProfiledTag } from "../../lib/taxonomy/types"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"

type EditTagProps = { tag: ProfiledTag }

export function EditTag({ tag }: EditTagProps) {
  const { t } = useTranslation("taxonomy")
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(() => tagDraftOf(tag.tag_profile))
  const change = (part: Partial<typeof draft>) =>
    setDraft((before) => ({ ...before, ...part }))
  const save = useAction({
    run: () =>
      sdk.client.fetch(tagPath(tag.id), {
        method: "POST",
        body: { additional_data: { profile: tagProfileOf(draft) } },
      }),
    say: () => ({ tone: "success", text: t("saved") }),
    onDone: () => setOpen(false),
    stale: [taxonomyKeys.all, CORE_TAGS],
  })
  const said = (name: string, hint?: string) => ({
    label: t(`field.${name}`),
    hint: hint && t(`hint.${hint}`),
    error: problemAt(save.error, `additional_data.profile.${name}`),
  })
  return (
    <FormDrawer
      trigger={
        <Button size="small" variant="secondary">
          {t("tag.edit")}
        </Button>
      }
      open={open}
      onOpenChange={(next) => {
        setDraft(tagDraftOf(tag.tag_profile))
        save.reset()
        setOpen(next)
      }}
      title={t("tag.edit")}
      description={t("tag.editHint")}
      submit={t("save")}
      onSubmit={() => save.mutate()}
      pending={save.isPending}
    >
      <Field {...said("slug", "slug")}>
        {(wiring) => (
          <Input
            {...wiring}
            size="small"
            value={draft.slug}
            onChange={({ target }) => change({ slug: target.value })}
          />
        )}
      </Field>
      <Field {...said("description")}>
        {(wiring) => (
          <Textarea
            {...wiring}
            rows={3}
            value={draft.description}
            onChange={({ target }) => change({ description: target.value })}
          />
        )}
      </Field>
      <Field {...said("rank", "rank")}>
        {(wiring) => (
          <Input
            {...wiring}
            size="small"
            inputMode="numeric"
            value={draft.rank}
            onChange={({ target }) => change({ rank: target.value })}
          />
        )}
      </Field>
      <Field {...said("is_visible", "is_visible")}>
        {(wiring) => (
          <Switch
            {...wiring}
            checked={draft.is_visible}
            onCheckedChange={(checked) => change({ is_visible: checked })}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
