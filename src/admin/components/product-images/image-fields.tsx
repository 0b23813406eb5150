import { Input, Text, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ImageDraft } from "../../lib/product-images/draft"
import type { ProductImage, Titled } from "../../lib/product-images/types"
import { Field } from "../common/field"
import { Toggle } from "../common/toggle"

type ImageFieldsProps = {
  image: ProductImage
  variants: readonly Titled[]
  draft: ImageDraft
  onChange: (change: Partial<ImageDraft>) => void
  problem: (field: string) => string | undefined
}

export function ImageFields({
  image,
  variants,
  draft,
  onChange,
  problem,
}: ImageFieldsProps) {
  const { t } = useTranslation("product-images")
  const mayBe = variants.filter(
    ({ id }) => !image.variant_ids.length || image.variant_ids.includes(id)
  )
  return (
    <>
      <Field label={t("field.alt")} hint={t("hint.alt")} error={problem("alt")}>
        {(wiring) => (
          <Textarea
            {...wiring}
            rows={3}
            maxLength={255}
            value={draft.alt}
            onChange={(event) => onChange({ alt: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("field.place")} error={problem("rank")}>
        {(wiring) => (
          <Input
            {...wiring}
            type="number"
            size="small"
            min={1}
            value={draft.place}
            onChange={(event) => onChange({ place: event.target.value })}
          />
        )}
      </Field>
      <Toggle
        label={t("field.primary")}
        hint={t("hint.primary")}
        checked={draft.primary}
        disabled={image.is_primary}
        onChange={(primary) => onChange({ primary })}
      />
      {mayBe.length > 1 && (
        <div className="flex flex-col gap-y-4">
          <Text size="small" leading="compact" weight="plus">
            {t("field.primaryOf")}
          </Text>
          {mayBe.map(({ id, title }) => (
            <Toggle
              key={id}
              label={title}
              hint={t("hint.primaryOf", { title })}
              checked={draft.primary_of.includes(id)}
              disabled={image.primary_of.includes(id)}
              onChange={(on) =>
                onChange({
                  primary_of: on
                    ? [...draft.primary_of, id]
                    : draft.primary_of.filter((one) => one !== id),
                })
              }
            />
          ))}
        </div>
      )}
    </>
  )
}
