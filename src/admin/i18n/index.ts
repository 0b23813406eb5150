import bnDuka from "./bn/duka.json"
import bnMobilePayments from "./bn/mobile-payments.json"
import bnReviews from "./bn/reviews.json"
import enDuka from "./en/duka.json"
import enMobilePayments from "./en/mobile-payments.json"
import enReviews from "./en/reviews.json"
import hiDuka from "./hi/duka.json"
import hiMobilePayments from "./hi/mobile-payments.json"
import hiReviews from "./hi/reviews.json"
import swDuka from "./sw/duka.json"
import swMobilePayments from "./sw/mobile-payments.json"
import swReviews from "./sw/reviews.json"

/** By language, then by namespace; a file is a namespace. */
const resources = {
  en: {
    duka: enDuka,
    "mobile-payments": enMobilePayments,
    reviews: enReviews,
  },
  sw: {
    duka: swDuka,
    "mobile-payments": swMobilePayments,
    reviews: swReviews,
  },
  bn: {
    duka: bnDuka,
    "mobile-payments": bnMobilePayments,
    reviews: bnReviews,
  },
  hi: {
    duka: hiDuka,
    "mobile-payments": hiMobilePayments,
    reviews: hiReviews,
  },
}

export default resources
