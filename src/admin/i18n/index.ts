import bnCash from "./bn/cash.json"
import bnDuka from "./bn/duka.json"
import bnMobilePayments from "./bn/mobile-payments.json"
import bnProductProfile from "./bn/product-profile.json"
import bnRefusals from "./bn/refusals.json"
import bnReviews from "./bn/reviews.json"
import enCash from "./en/cash.json"
import enDuka from "./en/duka.json"
import enMobilePayments from "./en/mobile-payments.json"
import enProductProfile from "./en/product-profile.json"
import enRefusals from "./en/refusals.json"
import enReviews from "./en/reviews.json"
import hiCash from "./hi/cash.json"
import hiDuka from "./hi/duka.json"
import hiMobilePayments from "./hi/mobile-payments.json"
import hiProductProfile from "./hi/product-profile.json"
import hiRefusals from "./hi/refusals.json"
import hiReviews from "./hi/reviews.json"
import swCash from "./sw/cash.json"
import swDuka from "./sw/duka.json"
import swMobilePayments from "./sw/mobile-payments.json"
import swProductProfile from "./sw/product-profile.json"
import swRefusals from "./sw/refusals.json"
import swReviews from "./sw/reviews.json"

/** By language, then by namespace; a file is a namespace. */
const resources = {
  en: {
    cash: enCash,
    duka: enDuka,
    "mobile-payments": enMobilePayments,
    "product-profile": enProductProfile,
    refusals: enRefusals,
    reviews: enReviews,
  },
  sw: {
    cash: swCash,
    duka: swDuka,
    "mobile-payments": swMobilePayments,
    "product-profile": swProductProfile,
    refusals: swRefusals,
    reviews: swReviews,
  },
  bn: {
    cash: bnCash,
    duka: bnDuka,
    "mobile-payments": bnMobilePayments,
    "product-profile": bnProductProfile,
    refusals: bnRefusals,
    reviews: bnReviews,
  },
  hi: {
    cash: hiCash,
    duka: hiDuka,
    "mobile-payments": hiMobilePayments,
    "product-profile": hiProductProfile,
    refusals: hiRefusals,
    reviews: hiReviews,
  },
}

export default resources
