import bnDuka from "./bn/duka.json"
import bnMobilePayments from "./bn/mobile-payments.json"
import bnProductProfile from "./bn/product-profile.json"
import enDuka from "./en/duka.json"
import enMobilePayments from "./en/mobile-payments.json"
import enProductProfile from "./en/product-profile.json"
import hiDuka from "./hi/duka.json"
import hiMobilePayments from "./hi/mobile-payments.json"
import hiProductProfile from "./hi/product-profile.json"
import swDuka from "./sw/duka.json"
import swMobilePayments from "./sw/mobile-payments.json"
import swProductProfile from "./sw/product-profile.json"

/** By language, then by namespace; a file is a namespace. */
const resources = {
  en: {
    duka: enDuka,
    "mobile-payments": enMobilePayments,
    "product-profile": enProductProfile,
  },
  sw: {
    duka: swDuka,
    "mobile-payments": swMobilePayments,
    "product-profile": swProductProfile,
  },
  bn: {
    duka: bnDuka,
    "mobile-payments": bnMobilePayments,
    "product-profile": bnProductProfile,
  },
  hi: {
    duka: hiDuka,
    "mobile-payments": hiMobilePayments,
    "product-profile": hiProductProfile,
  },
}

export default resources
