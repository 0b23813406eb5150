import bnCash from "./bn/cash.json"
import bnCoupons from "./bn/coupons.json"
import bnDuka from "./bn/duka.json"
import bnMobilePayments from "./bn/mobile-payments.json"
import bnOriginalBox from "./bn/original-box.json"
import bnProductImages from "./bn/product-images.json"
import bnProductProfile from "./bn/product-profile.json"
import bnRefusals from "./bn/refusals.json"
import bnReviews from "./bn/reviews.json"
import bnTaxonomy from "./bn/taxonomy.json"
import bnWishlists from "./bn/wishlists.json"
import enCash from "./en/cash.json"
import enCoupons from "./en/coupons.json"
import enDuka from "./en/duka.json"
import enMobilePayments from "./en/mobile-payments.json"
import enOriginalBox from "./en/original-box.json"
import enProductImages from "./en/product-images.json"
import enProductProfile from "./en/product-profile.json"
import enRefusals from "./en/refusals.json"
import enReviews from "./en/reviews.json"
import enTaxonomy from "./en/taxonomy.json"
import enWishlists from "./en/wishlists.json"
import hiCash from "./hi/cash.json"
import hiCoupons from "./hi/coupons.json"
import hiDuka from "./hi/duka.json"
import hiMobilePayments from "./hi/mobile-payments.json"
import hiOriginalBox from "./hi/original-box.json"
import hiProductImages from "./hi/product-images.json"
import hiProductProfile from "./hi/product-profile.json"
import hiRefusals from "./hi/refusals.json"
import hiReviews from "./hi/reviews.json"
import hiTaxonomy from "./hi/taxonomy.json"
import hiWishlists from "./hi/wishlists.json"
import swCash from "./sw/cash.json"
import swCoupons from "./sw/coupons.json"
import swDuka from "./sw/duka.json"
import swMobilePayments from "./sw/mobile-payments.json"
import swOriginalBox from "./sw/original-box.json"
import swProductImages from "./sw/product-images.json"
import swProductProfile from "./sw/product-profile.json"
import swRefusals from "./sw/refusals.json"
import swReviews from "./sw/reviews.json"
import swTaxonomy from "./sw/taxonomy.json"
import swWishlists from "./sw/wishlists.json"

/** By language, then by namespace; a file is a namespace. */
const resources = {
  en: {
    cash: enCash,
    coupons: enCoupons,
    duka: enDuka,
    "mobile-payments": enMobilePayments,
    "original-box": enOriginalBox,
    "product-images": enProductImages,
    "product-profile": enProductProfile,
    refusals: enRefusals,
    reviews: enReviews,
    taxonomy: enTaxonomy,
    wishlists: enWishlists,
  },
  sw: {
    cash: swCash,
    coupons: swCoupons,
    duka: swDuka,
    "mobile-payments": swMobilePayments,
    "original-box": swOriginalBox,
    "product-images": swProductImages,
    "product-profile": swProductProfile,
    refusals: swRefusals,
    reviews: swReviews,
    taxonomy: swTaxonomy,
    wishlists: swWishlists,
  },
  bn: {
    cash: bnCash,
    coupons: bnCoupons,
    duka: bnDuka,
    "mobile-payments": bnMobilePayments,
    "original-box": bnOriginalBox,
    "product-images": bnProductImages,
    "product-profile": bnProductProfile,
    refusals: bnRefusals,
    reviews: bnReviews,
    taxonomy: bnTaxonomy,
    wishlists: bnWishlists,
  },
  hi: {
    cash: hiCash,
    coupons: hiCoupons,
    duka: hiDuka,
    "mobile-payments": hiMobilePayments,
    "original-box": hiOriginalBox,
    "product-images": hiProductImages,
    "product-profile": hiProductProfile,
    refusals: hiRefusals,
    reviews: hiReviews,
    taxonomy: hiTaxonomy,
    wishlists: hiWishlists,
  },
}

export default resources
