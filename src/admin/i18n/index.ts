import bnDuka from "./bn/duka.json"
import bnMobilePayments from "./bn/mobile-payments.json"
import enDuka from "./en/duka.json"
import enMobilePayments from "./en/mobile-payments.json"
import hiDuka from "./hi/duka.json"
import hiMobilePayments from "./hi/mobile-payments.json"
import swDuka from "./sw/duka.json"
import swMobilePayments from "./sw/mobile-payments.json"

/** By language, then by namespace; a file is a namespace. */
const resources = {
  en: { duka: enDuka, "mobile-payments": enMobilePayments },
  sw: { duka: swDuka, "mobile-payments": swMobilePayments },
  bn: { duka: bnDuka, "mobile-payments": bnMobilePayments },
  hi: { duka: hiDuka, "mobile-payments": hiMobilePayments },
}

export default resources
