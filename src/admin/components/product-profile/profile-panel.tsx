import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCan } from "../../lib/hooks/use-can"
import { isFilled } from "../../lib/product-profile/draft"
import {
  READ,
  UPDATE,
  useProductProfile,
} from "../../lib/product-profile/queries"
import type { ProfiledProduct } from "../../lib/product-profile/types"
import { EmptyState } from "../common/empty-state"
import { ErrorState } from "../common/error-state"
import { Section } from "../common/section"
import { SkeletonRows } from "../common/skeleton-rows"
import { EditProfile } from "./edit-profile"
import { ProfileFacts } from "./profile-facts"

type ProfilePanelProps = { productId: string }

export function ProfilePanel({ productId }: ProfilePanelProps) {
  const { t } = useTranslation("product-profile")
  const { data, error, isFetching, refetch } = useProductProfile(productId)
  const can = useCan(UPDATE)
  return (
    <Section
      title={t("title")}
      aside={data && <Aside product={data} can={can} />}
    >
      {data ? (
        <Body product={data} />
      ) : error ? (
        <ErrorState
          error={error}
          permission={READ}
          retry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <SkeletonRows rows={3} />
      )}
    </Section>
  )
}

function Aside({ product, can }: { product: ProfiledProduct; can: boolean }) {
  const { t } = useTranslation("product-profile")
  return (
    <div className="flex items-center gap-x-2">
      {product.product_profile?.featured && (
        <Badge size="2xsmall" color="purple">
          {t("featured")}
        </Badge>
      )}
      {can && <EditProfile product={product} />}
    </div>
  )
}

function Body({ product }: { product: ProfiledProduct }) {
  const { t } = useTranslation("product-profile")
  return isFilled(product.product_profile) || product.product_cost ? (
    <ProfileFacts product={product} />
  ) : (
    <EmptyState title={t("empty.title")} hint={t("empty.hint")} />
  )
}
