import { Switch, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useAction } from "../../lib/hooks/use-action"
import { useCan } from "../../lib/hooks/use-can"
import {
  productPath,
  productProfileKeys,
  READ,
  UPDATE,
  useProductProfile,
} from "../../lib/product-profile/queries"
import type {
  ProfiledProduct,
  ProfiledVariant,
} from "../../lib/product-profile/types"
import { CORE_PRODUCTS } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { EmptyState } from "../common/empty-state"
import { ErrorState } from "../common/error-state"
import { Section } from "../common/section"
import { SkeletonRows } from "../common/skeleton-rows"

type VariantsPanelProps = { productId: string }

/** Which variants are shown and sold, each with a switch. */
export function VariantsPanel({ productId }: VariantsPanelProps) {
  const { t } = useTranslation("product-profile")
  const { data, error, isFetching, refetch } = useProductProfile(productId)
  return (
    <Section title={t("variants.title")}>
      {data?.variants?.length ? (
        <ul className="divide-y">
          {data.variants.map((variant) => (
            <VariantRow key={variant.id} product={data} variant={variant} />
          ))}
        </ul>
      ) : data ? (
        <EmptyState title={t("variants.none")} hint={t("variants.noneHint")} />
      ) : error ? (
        <ErrorState
          error={error}
          permission={READ}
          retry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <SkeletonRows rows={2} />
      )}
    </Section>
  )
}

type VariantRowProps = { product: ProfiledProduct; variant: ProfiledVariant }

function VariantRow({ product, variant }: VariantRowProps) {
  const { t } = useTranslation("product-profile")
  const can = useCan(UPDATE)
  const active = !product.product_profile?.inactive_variants.includes(
    variant.id
  )
  const turn = useAction({
    run: (next: boolean) =>
      sdk.client.fetch(`${productPath(product.id)}/variants/${variant.id}`, {
        method: "POST",
        body: { additional_data: { profile: { active: next } } },
      }),
    say: () => null,
    stale: [productProfileKeys.all, CORE_PRODUCTS],
  })
  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-3">
      <div className="min-w-0">
        <Text size="small" leading="compact" className="break-words">
          {variant.title}
        </Text>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {[variant.sku, active ? null : t("variants.hidden")]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </div>
      <Switch
        className="shrink-0"
        aria-label={t("variants.active", { title: variant.title })}
        checked={turn.isPending ? turn.variables : active}
        disabled={!can || turn.isPending}
        onCheckedChange={(next) => turn.mutate(next)}
      />
    </li>
  )
}
