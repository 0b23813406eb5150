import bnDuka from "./bn/duka.json"
import bnMobilePayments from "./bn/mobile-payments.json"
import bnWishlists from "./bn/wishlists.json"
import enDuka from "./en/duka.json"
import enMobilePayments from "./en/mobile-payments.json"
import enWishlists from "./en/wishlists.json"
import hiDuka from "./hi/duka.json"
import hiMobilePayments from "./hi/mobile-payments.json"
import hiWishlists from "./hi/wishlists.json"
import swDuka from "./sw/duka.json"
import swMobilePayments from "./sw/mobile-payments.json"
import swWishlists from "./sw/wishlists.json"

/** By language, then by namespace; a file is a namespace. */
const resources = {
  en: {
    duka: enDuka,
    "mobile-payments": enMobilePayments,
    wishlists: enWishlists,
  },
  sw: {
    duka: swDuka,
    "mobile-payments": swMobilePayments,
    wishlists: swWishlists,
  },
  bn: {
    duka: bnDuka,
    "mobile-payments": bnMobilePayments,
    wishlists: bnWishlists,
  },
  hi: {
    duka: hiDuka,
    "mobile-payments": hiMobilePayments,
    wishlists: hiWishlists,
  },
}

export default resources
